package io.overture.dossier;

import io.overture.client.ClientRecord;
import io.overture.roster.Desks;
import io.overture.trigger.Book;
import io.overture.trigger.Prices;
import io.overture.trigger.Scene;
import io.overture.visitor.Client;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything a dossier is composed from, at one instant. */
record Known(Visitor visitor, Optional<ClientRecord> record, Book book, Prices prices, Desks desks, Instant now) {

    @Nullable
    Session session() {
        return visitor.session();
    }

    /** Who she is by her token; null for a stranger, and when her session is over. */
    @Nullable
    Client client() {
        var session = session();
        return session == null ? null : session.client();
    }

    Optional<Scene> scene() {
        var session = session();
        return session == null ? Optional.empty() : Optional.of(new Scene(visitor, session, prices));
    }
}
