package io.overture.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.book.Books;
import io.overture.catalog.PriceLists;
import io.overture.client.ClientRecord;
import io.overture.client.Clients;
import io.overture.flow.Flow;
import io.overture.roster.Roster;
import io.overture.site.Site;
import io.overture.site.Sites;
import io.overture.trigger.Prices;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/** Composes a dossier from her committed value and what the house knows of her. */
@ApplicationScoped
class HouseDossiers implements Dossiers {

    private static final Prices NONE = item -> null;

    private final Flow flow;
    private final Clients clients;
    private final Books books;
    private final PriceLists prices;
    private final Sites sites;
    private final Roster roster;
    private final Openings openings;
    private final InstantSource clock = InstantSource.system();

    HouseDossiers(
            Flow flow, Clients clients, Books books, PriceLists prices, Sites sites, Roster roster, Openings openings) {
        this.flow = flow;
        this.clients = clients;
        this.books = books;
        this.prices = prices;
        this.sites = sites;
        this.roster = roster;
        this.openings = openings;
    }

    @Override
    public Uni<ObjectNode> open(VisitorKey visitor, String conversation, Role role, String who) {
        return openings.note(who, role, conversation).chain(() -> of(visitor, conversation, role));
    }

    @Override
    public Uni<ObjectNode> of(VisitorKey key, String conversation, Role role) {
        return flow.look(key)
                .map(found -> found.orElse(Visitor.NOBODY))
                .chain(visitor -> record(visitor)
                        .map(record -> known(key, visitor, record))
                        .map(known -> composed(key, conversation, Dossier.of(known, role))));
    }

    private Uni<Optional<ClientRecord>> record(Visitor visitor) {
        var session = visitor.session();
        var client = session == null || session.client() == null
                ? visitor.memory().clientId()
                : session.client().id();
        return client == null ? Uni.createFrom().item(Optional.empty()) : clients.find(client);
    }

    private Known known(VisitorKey key, Visitor visitor, Optional<ClientRecord> record) {
        var book = books.inForce();
        var counted = sites.find(key.site())
                .map((Site site) -> prices.of(site, book.currency()))
                .orElse(NONE);
        return new Known(visitor, record, book, counted, roster.inForce(), clock.instant());
    }

    private static ObjectNode composed(VisitorKey key, String conversation, ObjectNode fields) {
        var json = Json.object()
                .put("conversation", conversation)
                .put("handle", key.handle().value())
                .put("site", key.site());
        json.setAll(fields);
        return json;
    }
}
