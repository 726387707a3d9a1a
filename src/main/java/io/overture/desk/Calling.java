package io.overture.desk;

import io.opentelemetry.api.common.Attributes;
import io.overture.client.Clients;
import io.overture.engine.Input;
import io.overture.flow.Flow;
import io.overture.offer.Wish;
import io.overture.roster.Desk;
import io.overture.roster.Desks;
import io.overture.roster.Roster;
import io.overture.roster.Seat;
import io.overture.roster.Webhook;
import io.overture.trace.Inbound;
import io.overture.trace.Said;
import io.overture.trace.Traces;
import io.overture.visitor.Due;
import io.overture.visitor.Handoff;
import io.overture.visitor.Stage;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls somebody for a conversation that waits: an advisor, the house's own tool, a contact centre; or says that nobody is there. */
final class Calling {

    private static final List<String> GONE = List.of("gone");

    private final Roster roster;
    private final Clients clients;
    private final Flow flow;
    private final RedisSlots slots;
    private final CallScript script;
    private final Rings rings;
    private final Errands errands;
    private final Hooks hooks;
    private final Passing passing;
    private final Reasons reasons;
    private final InstantSource clock;
    private final Traces traces;

    Calling(
            Roster roster,
            Clients clients,
            Flow flow,
            RedisSlots slots,
            CallScript script,
            Rings rings,
            Errands errands,
            Hooks hooks,
            Passing passing,
            Reasons reasons,
            InstantSource clock,
            Traces traces) {
        this.roster = roster;
        this.clients = clients;
        this.flow = flow;
        this.slots = slots;
        this.script = script;
        this.rings = rings;
        this.errands = errands;
        this.hooks = hooks;
        this.passing = passing;
        this.reasons = reasons;
        this.clock = clock;
        this.traces = traces;
    }

    Uni<Void> wanted(VisitorKey about, Due.Wanted wanted) {
        var desks = roster.inForce();
        if (desks.isEmpty()) {
            return nowhere(about, wanted, List.of(), null)
                    .chain(isNews -> isNews
                            ? errands.waiting(about, wanted)
                            : Uni.createFrom().voidItem());
        }
        return Uni.combine()
                .all()
                .unis(
                        flow.look(about),
                        slots.presence().read(),
                        own(wanted.client()),
                        script.holder(wanted.conversation()))
                .asTuple()
                .chain(known -> call(
                        about,
                        wanted,
                        new Known(
                                desks,
                                wish(about, wanted, known.getItem1()),
                                places(known.getItem1()),
                                known.getItem2(),
                                known.getItem3().orElse(null),
                                known.getItem4().orElse(null))));
    }

    /** What decides. */
    private record Known(
            Desks desks,
            Wish wish,
            List<String> places,
            Staff staff,
            @Nullable String own,
            @Nullable String holder) {}

    private Uni<Void> call(VisitorKey about, Due.Wanted wanted, Known known) {
        var variables = new Elsewhere.Variables(
                wanted.conversation(), wanted.request().item(), wanted.request().language(), about.site());
        var way = Elsewhere.of(
                serving(wanted, known),
                known.staff()::isStaffed,
                wanted.request().channel(),
                variables);
        return switch (way) {
            case Elsewhere.Way.Here here ->
                here(about, wanted, known, () -> Uni.createFrom().item(false));
            case Elsewhere.Way.Tool(var desk, var to) -> tool(about, wanted, known, desk, to);
            case Elsewhere.Way.Centre(var desk, var webhook) ->
                webhook.first()
                        ? first(about, wanted, known, desk)
                        : here(about, wanted, known, () -> centre(about, wanted, desk));
        };
    }

    private Uni<Boolean> centre(VisitorKey about, Due.Wanted wanted, Desk desk) {
        return hooks.add(about, wanted, desk.id(), reasons.of(wanted.request().trigger()));
    }

    /** The contact centre alone until it has not taken it; then whoever is here. */
    private Uni<Void> first(VisitorKey about, Due.Wanted wanted, Known known, Desk desk) {
        return hooks.isOver(wanted)
                .chain(isOver -> isOver
                        ? Uni.createFrom().item(false)
                        : nowhere(about, wanted, known.places(), known.own())
                                .chain(isNews -> isNews
                                        ? centre(about, wanted, desk)
                                        : Uni.createFrom().item(true)))
                .chain(mayBeTaken -> mayBeTaken
                        ? Uni.createFrom().voidItem()
                        : here(about, wanted, known, () -> Uni.createFrom().item(false)));
    }

    /** A contact centre has not taken it. If it was asked alone, whoever is here is called at once, not in the next round. */
    Uni<Void> left(Hook hook) {
        var wasFirst = roster.inForce()
                .find(hook.desk())
                .flatMap(Desk::webhook)
                .filter(Webhook::first)
                .isPresent();
        return wasFirst
                ? flow.look(hook.about())
                        .chain(her -> her.flatMap(visitor -> waiting(visitor, hook))
                                .map(wanted -> wanted(hook.about(), wanted))
                                .orElseGet(() -> Uni.createFrom().voidItem()))
                : Uni.createFrom().voidItem();
    }

    private static Optional<Due.Wanted> waiting(Visitor visitor, Hook hook) {
        var conversation = visitor.conversation();
        var session = visitor.session();
        var client = session == null ? null : session.client();
        var standing = session == null ? null : session.standing();
        return conversation != null
                        && conversation.id().equals(hook.conversation())
                        && conversation.turn() == hook.turn()
                        && conversation.stage() instanceof Stage.Waiting waiting
                ? Optional.of(new Due.Wanted(
                        "left:" + hook.id(),
                        conversation.id(),
                        conversation.turn(),
                        waiting,
                        conversation.request(),
                        client == null ? null : client.id(),
                        standing == null ? null : standing.tier()))
                : Optional.empty();
    }

    private Uni<Void> tool(VisitorKey about, Due.Wanted wanted, Known known, Desk desk, Handoff to) {
        return nowhere(about, wanted, known.places(), known.own())
                .chain(isNews -> isNews
                        ? errands.handedOver(about, wanted, desk)
                                .chain(() -> passing.over(about, wanted.conversation(), wanted.turn(), to))
                        : Uni.createFrom().voidItem());
    }

    /** @param elsewhere asks, once the desk knows of her, and says whether somebody elsewhere may yet take it */
    private Uni<Void> here(VisitorKey about, Due.Wanted wanted, Known known, Supplier<Uni<Boolean>> elsewhere) {
        var waiting = wanted.waiting();
        var call = new Routing.Call(
                known.wish(),
                waiting.round(),
                to(waiting.to(), known.desks()),
                known.own(),
                known.holder(),
                waiting.from() == null ? Set.of() : Set.of(waiting.from()));
        var rung = Routing.rung(call, known.desks(), known.staff(), clock.instant());
        return ring(about, wanted, rung, known.places(), known.own())
                .chain(isNews -> isNews ? elsewhere.get() : Uni.createFrom().item(true))
                .chain(mayBeTaken -> rung.isEmpty() && !mayBeTaken && slots.areNeeded()
                        ? flow.submit(about, new Input.Nobody(wanted.conversation(), wanted.turn()))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> nowhere(VisitorKey about, Due.Wanted wanted, List<String> places, @Nullable String own) {
        return ring(about, wanted, List.of(), places, own);
    }

    private Uni<Boolean> ring(
            VisitorKey about, Due.Wanted wanted, List<Seat> rung, List<String> places, @Nullable String own) {
        var tier = reasons.relationship(wanted.client(), wanted.tier());
        var began = traces.inbound(about);
        return script.want(about, wanted, tier, rung, places)
                .chain(outcome -> outcome.isNews()
                        ? rings.changed(about, wanted.conversation(), outcome, own)
                                .invoke(() -> rang(about, wanted, rung.size(), began))
                                .replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    /** @param began null when she is not followed */
    private void rang(VisitorKey about, Due.Wanted wanted, int advisors, @Nullable Inbound began) {
        if (began != null) {
            var said = Attributes.of(
                    Said.TURN,
                    (long) wanted.turn(),
                    Said.ROUND,
                    (long) wanted.waiting().round(),
                    Said.ADVISORS,
                    (long) advisors);
            traces.stage(about, wanted.conversation(), "ring", began.at(), said);
        }
    }

    /** A desk it was handed over to, or those that serve it, in order. */
    private List<Desk> serving(Due.Wanted wanted, Known known) {
        var to = wanted.waiting().to();
        return Optional.ofNullable(to)
                .flatMap(known.desks()::find)
                .map(List::of)
                .orElseGet(() -> known.desks().serving(known.wish(), clock.instant(), known.staff()::isStaffed));
    }

    private static Routing.@Nullable To to(@Nullable String to, Desks desks) {
        if (to == null) {
            return null;
        }
        return desks.find(to).isPresent() ? new Routing.To.ToDesk(to) : new Routing.To.ToAdvisor(to);
    }

    private Uni<Optional<String>> own(@Nullable String client) {
        return client == null
                ? Uni.createFrom().item(Optional.empty())
                : clients.find(client)
                        .map(found -> found.map(record -> record.profile().advisor()));
    }

    private Wish wish(VisitorKey about, Due.Wanted wanted, Optional<Visitor> visitor) {
        var request = wanted.request();
        return new Wish(
                wanted.conversation(),
                about,
                request.language(),
                request.channels(),
                category(visitor, request.item()),
                wanted.client(),
                reasons.relationship(wanted.client(), wanted.tier()),
                request.weight(),
                wanted.conversation());
    }

    /** Where the page is. Those who have closed it are taken for one place: where it was nobody knows any more. */
    private static List<String> places(Optional<Visitor> visitor) {
        var tabs = visitor.map(Visitor::tabs).orElse(List.of());
        return tabs.isEmpty() ? GONE : tabs.getLast().places();
    }

    private static @Nullable String category(Optional<Visitor> visitor, @Nullable String item) {
        return item == null
                ? null
                : visitor.map(Visitor::session)
                        .map(session -> session.attention().items().get(item))
                        .map(interest -> interest.item().category().path())
                        .orElse(null);
    }
}
