package io.overture.desk;

import io.overture.offer.Channels;
import io.overture.roster.Desk;
import io.overture.visitor.Due;
import io.overture.visitor.Request;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes a task. */
final class Errands {

    private static final String APPOINTMENT = "appointment";
    private static final String CALL = "call";

    private final TaskBoard board;
    private final Lists lists;
    private final Reasons reasons;

    Errands(TaskBoard board, Lists lists, Reasons reasons) {
        this.board = board;
        this.lists = lists;
        this.reasons = reasons;
    }

    /** Nobody can be called: there are no desks. */
    Uni<Void> waiting(VisitorKey about, Due.Wanted wanted) {
        return add(
                about,
                wanted.client(),
                wanted.tier(),
                wanted.request(),
                new Errand(
                        id(about, wanted),
                        Task.Kind.CALL_BACK,
                        "waiting",
                        null,
                        wanted.waiting().since(),
                        true));
    }

    /** Nobody came. */
    Uni<Void> unmet(VisitorKey about, Due.Finished finished) {
        return add(
                about,
                finished.client(),
                finished.tier(),
                finished.request(),
                unmet(about, finished.conversation(), finished.at()));
    }

    /** What a promise is called on its list. */
    static String id(VisitorKey about, Due.Promise promise) {
        return switch (promise) {
            case Due.Wanted wanted -> wanted.conversation();
            // A page makes the id of its request: another visitor's may be the same.
            case Due.Promised promised -> "promised:" + about.handle().value() + ":" + promised.asked();
        };
    }

    /** A page makes the id of its own request: what it settles is its own visitor's errand, whatever id it took. */
    private static Errand unmet(VisitorKey about, String conversation, Instant at) {
        return new Errand(
                "unmet:" + about.handle().value() + ":" + conversation, Task.Kind.CALL_BACK, "unmet", null, at, false);
    }

    /** The house's own tool has it: somebody there expects her. */
    Uni<Void> handedOver(VisitorKey about, Due.Wanted wanted, Desk desk) {
        var channel = wanted.request().channel();
        var errand = new Errand(
                "handed:" + wanted.turn() + ":" + about.handle().value() + ":" + wanted.conversation(),
                kind(channel, Task.Kind.FOLLOW_UP),
                "handed",
                channel,
                wanted.waiting().since(),
                false);
        return lists.own(wanted.client())
                .chain(own -> board.raise(task(
                        about,
                        wanted.client(),
                        wanted.tier(),
                        wanted.request(),
                        own.orElse(Task.Owner.desk(desk.id())),
                        errand)));
    }

    /** She asks to be called back, or for an appointment. */
    Uni<Void> promised(VisitorKey about, Due.Promised promised) {
        var words = Stream.of(promised.contact(), promised.when(), promised.note())
                .filter(each -> each != null && !each.isBlank())
                .collect(Collectors.joining("\n"));
        var errand = new Errand(
                id(about, promised),
                kind(promised.request().channel(), Task.Kind.CALL_BACK),
                "promised",
                words,
                promised.at(),
                true);
        var instead = promised.instead();
        // Nobody came, but now she has said what she wishes: one thing to do, not two, whichever is told first.
        return add(about, promised.client(), promised.tier(), promised.request(), errand)
                .chain(() -> instead == null
                        ? Uni.createFrom().voidItem()
                        : raised(
                                        about,
                                        promised.client(),
                                        promised.tier(),
                                        promised.request(),
                                        unmet(about, instead, promised.at()))
                                .chain(unmet -> board.dismiss(unmet, Lists.NOBODY.id())));
    }

    /** Something worth knowing of which she was told nothing. */
    Uni<Void> alert(VisitorKey about, Due.Alert alert) {
        var request = new Request(
                alert.trigger(),
                alert.item(),
                null,
                List.of(Channels.CHAT),
                alert.language(),
                alert.weight(),
                alert.isPriced());
        return add(
                about,
                alert.client(),
                alert.tier(),
                request,
                new Errand(alert.id(), Task.Kind.ALERT, "alert", reasons.of(alert.trigger()), alert.at(), false));
    }

    /**
     * @param title key of the console's words for it
     * @param isPromised whether she was told that somebody will see to it
     */
    private record Errand(
            String id,
            Task.Kind kind,
            String title,
            @Nullable String note,
            Instant at,
            boolean isPromised) {}

    private Uni<Void> add(
            VisitorKey about, @Nullable String client, @Nullable String tier, Request request, Errand errand) {
        return raised(about, client, tier, request, errand).chain(board::raise);
    }

    private Uni<Task> raised(
            VisitorKey about, @Nullable String client, @Nullable String tier, Request request, Errand errand) {
        return lists.of(about, client, request).map(owner -> task(about, client, tier, request, owner, errand));
    }

    private Task task(
            VisitorKey about,
            @Nullable String client,
            @Nullable String tier,
            Request request,
            Task.Owner owner,
            Errand errand) {
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
                reasons.standing(client, tier),
                errand.isPromised(),
                Task.State.OPEN,
                null,
                request.isPriced());
    }

    private static Task.Kind kind(String channel, Task.Kind otherwise) {
        return switch (channel) {
            case APPOINTMENT -> Task.Kind.APPOINTMENT;
            case CALL -> Task.Kind.CALL_BACK;
            case String other -> otherwise;
        };
    }
}
