package io.overture.desk;

import io.overture.client.Clients;
import io.overture.offer.Channels;
import io.overture.offer.Wish;
import io.overture.roster.Roster;
import io.overture.visitor.Request;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose list something is on: her own advisor's, or else that of the first desk that serves her. */
final class Lists {

    /** Whose list it is on while the house has no desks. */
    static final Task.Owner NOBODY = Task.Owner.desk("house");

    private final Clients clients;
    private final Roster roster;
    private final InstantSource clock;

    Lists(Clients clients, Roster roster, InstantSource clock) {
        this.clients = clients;
        this.roster = roster;
        this.clock = clock;
    }

    Uni<Task.Owner> of(VisitorKey about, @Nullable String client, Request request) {
        return own(client).map(own -> own.orElseGet(() -> serving(about, request)));
    }

    /** Her own advisor's list, if she has one who works here. */
    Uni<Optional<Task.Owner>> own(@Nullable String client) {
        return client == null
                ? Uni.createFrom().item(Optional.empty())
                : clients.find(client)
                        .map(found -> found.map(record -> record.profile().advisor())
                                .filter(advisor ->
                                        roster.inForce().advisor(advisor).isPresent())
                                .map(Task.Owner::advisor));
    }

    private Task.Owner serving(VisitorKey about, Request request) {
        var desks = roster.inForce();
        var wish = new Wish("", about, request.language(), Channels.ALL, null, null, "", BigDecimal.ZERO, "");
        return Stream.concat(desks.serving(wish, clock.instant()).stream(), desks.all().stream())
                .findFirst()
                .map(desk -> Task.Owner.desk(desk.id()))
                .orElse(NOBODY);
    }
}
