package io.overture.aftercare;

import io.overture.client.ClientRecord;
import io.overture.client.Clients;
import io.overture.client.History;
import io.overture.desk.TaskBoard;
import io.overture.roster.Roster;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Takes what the shop's backend tells: into her record, and onto her advisor's list. Everything is done before it says
 * so, and everything may be done again: a record takes the same thing once, a list the same task once.
 */
final class Aftercare {

    /** Of a signal so young it is not sure that its task was raised before a node died. */
    private static final Duration UNSURE = Duration.ofDays(1);

    /** How many of a batch were new, and how many had been told before. */
    record Taken(int taken, int repeated) {}

    private final Clients clients;
    private final TaskBoard board;
    private final Roster roster;
    private final TakenEvents told;
    private final Watch watch;
    private final InstantSource clock;

    Aftercare(Clients clients, TaskBoard board, Roster roster, TakenEvents told, Watch watch, InstantSource clock) {
        this.clients = clients;
        this.board = board;
        this.roster = roster;
        this.told = told;
        this.watch = watch;
        this.clock = clock;
    }

    Uni<Taken> take(List<ShopEvent> batch) {
        var byId = new LinkedHashMap<String, ShopEvent>();
        batch.forEach(event -> byId.putIfAbsent(event.id(), event));
        var once = List.copyOf(byId.values());
        return told.unknown(once)
                .chain(fresh -> Multi.createFrom()
                        .iterable(fresh)
                        .onItem()
                        .transformToUniAndConcatenate(this::take)
                        .collect()
                        .asList()
                        .chain(() -> told.remember(fresh))
                        .replaceWith(() -> new Taken(fresh.size(), batch.size() - fresh.size())));
    }

    /** Looks at a client again: she came, or time has passed. */
    Uni<Void> look(String client) {
        return clients.change(client, had -> had.with(this::noted)).chain(this::signal);
    }

    private Uni<Void> take(ShopEvent event) {
        return clients.change(event.client(), had -> had.with(history -> noted(told(history, event))))
                .call(client -> followUp(event, client))
                .chain(this::signal);
    }

    private static History told(History history, ShopEvent event) {
        var order = event.placed();
        var dealt = history.dealt(event.dealing());
        return order == null ? dealt : dealt.purchased(order, true);
    }

    private History noted(History history) {
        var now = clock.instant();
        return Defection.isToBeTold(history, now) ? history.signalled(now) : history;
    }

    private Uni<Void> followUp(ShopEvent event, Optional<ClientRecord> client) {
        var owner = Owners.of(roster.inForce(), client, event.site());
        return FollowUps.of(event, client, owner)
                .map(board::raise)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Raises the task of a signal, and sees to it that she is looked at again if she should be. */
    private Uni<Void> signal(Optional<ClientRecord> client) {
        if (client.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var now = clock.instant();
        var her = client.get();
        var signalled = her.history().signalled();
        var raised = signalled != null && signalled.isAfter(now.minus(UNSURE))
                ? board.raise(FollowUps.defection(her, Owners.of(roster.inForce(), client, null), signalled))
                : Uni.createFrom().voidItem();
        return raised.chain(() -> watch.over(her.id(), Defection.isToBeWatched(her.history(), now), now));
    }
}
