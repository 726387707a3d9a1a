package io.overture.desk;

import io.overture.client.Clients;
import io.overture.offer.Channels;
import io.overture.offer.Wish;
import io.overture.roster.Desk;
import io.overture.roster.Roster;
import io.overture.visitor.Due;
import io.overture.visitor.Request;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes a task: for her own advisor, or else for the first desk that serves her. */
final class Errands {

    /** Whose list it is on while the house has no desks. */
    static final Task.Owner NOBODY = Task.Owner.desk("house");

    private static final String APPOINTMENT = "appointment";
    private static final String CALL = "call";

    private final TaskBoard board;
    private final Clients clients;
    private final Roster roster;
    private final Reasons reasons;
    private final InstantSource clock;

    Errands(TaskBoard board, Clients clients, Roster roster, Reasons reasons, InstantSource clock) {
        this.board = board;
        this.clients = clients;
        this.roster = roster;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** Nobody can be called: there are no desks. */
    Uni<Void> waiting(VisitorKey about, Due.Wanted wanted) {
        return add(
                about,
                wanted.client(),
                wanted.request(),
                new Errand(
                        wanted.conversation(),
                        Task.Kind.CALL_BACK,
                        "waiting",
                        null,
                        wanted.waiting().since()));
    }

    /** Nobody came. */
    Uni<Void> unmet(VisitorKey about, Due.Finished finished) {
        return add(about, finished.client(), finished.request(), unmet(about, finished.conversation(), finished.at()));
    }

    /** A page makes the id of its own request: what it settles is its own visitor's errand, whatever id it took. */
    private static Errand unmet(VisitorKey about, String conversation, Instant at) {
        return new Errand(
                "unmet:" + about.handle().value() + ":" + conversation, Task.Kind.CALL_BACK, "unmet", null, at);
    }

    /** The house's own tool has it: somebody there expects her. */
    Uni<Void> handedOver(VisitorKey about, Due.Wanted wanted, Desk desk) {
        var channel = wanted.request().channel();
        var errand = new Errand(
                "handed:" + wanted.turn() + ":" + about.handle().value() + ":" + wanted.conversation(),
                kind(channel, Task.Kind.FOLLOW_UP),
                "handed",
                channel,
                wanted.waiting().since());
        return own(wanted.client())
                .chain(own -> board.raise(task(
                        about, wanted.client(), wanted.request(), own.orElse(Task.Owner.desk(desk.id())), errand)));
    }

    /** She asks to be called back, or for an appointment. */
    Uni<Void> promised(VisitorKey about, Due.Promised promised) {
        var words = Stream.of(promised.contact(), promised.when(), promised.note())
                .filter(each -> each != null && !each.isBlank())
                .collect(Collectors.joining("\n"));
        var errand = new Errand(
                promised.id(),
                kind(promised.request().channel(), Task.Kind.CALL_BACK),
                "promised",
                words,
                promised.at());
        var instead = promised.instead();
        // Nobody came, but now she has said what she wishes: one thing to do, not two, whichever is told first.
        return add(about, promised.client(), promised.request(), errand)
                .chain(() -> instead == null
                        ? Uni.createFrom().voidItem()
                        : raised(about, promised.client(), promised.request(), unmet(about, instead, promised.at()))
                                .chain(unmet -> board.dismiss(unmet, NOBODY.id())));
    }

    /** Something worth knowing of which she was told nothing. */
    Uni<Void> alert(VisitorKey about, Due.Alert alert) {
        var request = new Request(
                alert.trigger(), alert.item(), null, List.of(Channels.CHAT), alert.language(), alert.weight());
        return add(
                about,
                alert.client(),
                request,
                new Errand(alert.id(), Task.Kind.ALERT, "alert", reasons.of(alert.trigger()), alert.at()));
    }

    /** @param title key of the console's words for it */
    private record Errand(
            String id,
            Task.Kind kind,
            String title,
            @Nullable String note,
            Instant at) {}

    private Uni<Void> add(VisitorKey about, @Nullable String client, Request request, Errand errand) {
        return raised(about, client, request, errand).chain(board::raise);
    }

    private Uni<Task> raised(VisitorKey about, @Nullable String client, Request request, Errand errand) {
        return own(client)
                .map(own -> task(about, client, request, own.orElseGet(() -> serving(about, request)), errand));
    }

    /** Her own advisor's list, if she has one who works here. */
    private Uni<Optional<Task.Owner>> own(@Nullable String client) {
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

    private Task task(VisitorKey about, @Nullable String client, Request request, Task.Owner owner, Errand errand) {
        return new Task(
                errand.id(),
                errand.kind(),
                errand.title(),
                owner,
                client,
                about.handle().value(),
                about.site(),
                request.item(),
                errand.note(),
                errand.at(),
                null,
                request.weight(),
                Task.State.OPEN,
                null);
    }

    private static Task.Kind kind(String channel, Task.Kind otherwise) {
        return switch (channel) {
            case APPOINTMENT -> Task.Kind.APPOINTMENT;
            case CALL -> Task.Kind.CALL_BACK;
            case String other -> otherwise;
        };
    }
}
