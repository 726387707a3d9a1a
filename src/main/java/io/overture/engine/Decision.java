package io.overture.engine;

import io.overture.trigger.Book;
import io.overture.trigger.Slot;
import io.overture.trigger.Trigger;
import io.overture.visitor.Due;
import io.overture.visitor.Held;
import io.overture.visitor.Invitation;
import io.overture.visitor.Notice;
import io.overture.visitor.Session;
import io.overture.visitor.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which moments there are, and whether the heaviest of them is worth an invitation now. A moment is offered once; what
 * kept it from being offered is the first of limits, outweighed, unreachable, pacing, holdout, and it is looked at again
 * when that has passed. One that held during a conversation is not: she has been spoken to about it.
 */
final class Decision {

    /** A visitor's value has room for these; of more triggers that hold at once, the heaviest have a moment. */
    static final int MOST_MOMENTS = 200;

    /** A trigger that holds now: the moment, as far as it is decided. */
    private record Moment(
            Trigger trigger,
            BigDecimal weight,
            boolean isNew,
            Instant since,
            @Nullable Held before) {
        boolean isOpen() {
            return trigger.offer() != null
                    && (before == null || isNew || !before.verdict().isFinal());
        }
    }

    private final Turn turn;
    private final Session session;
    private final Sight sight;
    private final Optional<Limit.Blocked> blocked;
    private final Map<String, Held> held = new HashMap<>();

    Decision(Turn turn, Session session, Sight sight) {
        this.turn = turn;
        this.session = session;
        this.sight = sight;
        this.blocked = Limit.blocking(turn.visitor, session, turn.facts.book(), sight, turn.now);
    }

    /** Answers why she matters most now; null: no moment of hers weighs anything. */
    @Nullable
    Notice decide() {
        var moments = moments();
        var heaviest = heaviest(moments, true);
        for (var moment : moments) {
            if (!moment.isOpen()) {
                settle(moment);
            } else if (moment != heaviest) {
                note(moment, blocked.isPresent() || turn.hasTalked() ? limited() : Verdict.OUTWEIGHED);
            }
        }
        if (heaviest != null) {
            note(heaviest, consider(heaviest));
        }
        Unreached.told(turn, session, held.keySet());
        var current = turn.visitor.session();
        if (current != null && !(held.isEmpty() && current.moments().isEmpty())) {
            turn.visitor = turn.visitor.with(turn.visitor.memory(), current.withMoments(held));
        }
        return notice(heaviest(moments, false));
    }

    private @Nullable Notice notice(@Nullable Moment moment) {
        if (moment == null || moment.weight().signum() == 0) {
            return null;
        }
        var client = session.client();
        var item = sight.stake().item();
        return new Notice(
                moment.trigger().id(),
                item,
                session.nameOf(item),
                session.language(),
                client == null ? null : client.id(),
                turn.facts.book().relationship(session.standing()),
                moment.weight(),
                moment.since());
    }

    private List<Moment> moments() {
        var moments = new ArrayList<Moment>();
        for (var trigger : sight.triggers()) {
            var spans = sight.of(trigger);
            if (spans.contains(turn.now)) {
                var before = session.moments().get(trigger.id());
                boolean isNew = before == null || !before.lasts(turn.now);
                var since = before == null || isNew ? spans.since(turn.now).orElse(turn.now) : before.since();
                moments.add(new Moment(trigger, sight.weight(trigger, turn.now), isNew, since, before));
            }
        }
        if (moments.size() > MOST_MOMENTS) {
            moments.sort(Comparator.comparing(Moment::weight).reversed());
            moments.subList(MOST_MOMENTS, moments.size()).clear();
        }
        return moments;
    }

    /** The book's order breaks ties. */
    private static @Nullable Moment heaviest(List<Moment> moments, boolean ofOpen) {
        Moment heaviest = null;
        for (var moment : moments) {
            if ((!ofOpen || moment.isOpen())
                    && (heaviest == null || moment.weight().compareTo(heaviest.weight()) > 0)) {
                heaviest = moment;
            }
        }
        return heaviest;
    }

    /** A moment that asks for no invitation, or has had its own. */
    private void settle(Moment moment) {
        if (moment.before() == null || moment.isNew()) {
            note(moment, Verdict.ALERTED);
        } else {
            hold(moment, moment.before().verdict());
        }
    }

    /** The heaviest moment: the first reason against it, or an invitation. */
    private Verdict consider(Moment moment) {
        if (blocked.isPresent() || turn.hasTalked()) {
            return limited();
        }
        var open = turn.visitor.invitation();
        if (open != null) {
            return moment.weight().compareTo(open.weight()) > 0 ? Verdict.LIMITS : Verdict.OUTWEIGHED;
        }
        if (turn.liveTabs().isEmpty()) {
            return Verdict.UNREACHABLE;
        }
        if (turn.facts.slot() instanceof Slot.None
                || moment.weight().compareTo(turn.facts.book().floor()) < 0) {
            return Verdict.PACING;
        }
        if (turn.facts.holdsOut(session)) {
            return holdOut();
        }
        boolean isSlotNeeded = turn.facts.slot() instanceof Slot.Needed;
        var held = turn.facts.slot() instanceof Slot.Needed needed ? needed.held() : null;
        return offer(moment, held == null ? turn.facts.ids().get() : held, isSlotNeeded);
    }

    private Verdict limited() {
        return turn.hasTalked() ? Verdict.SPENT : Verdict.LIMITS;
    }

    private Verdict holdOut() {
        turn.visitor = turn.visitor.with(turn.visitor.memory().shown(turn.now), session.shownOne());
        return Verdict.HOLDOUT;
    }

    private Verdict offer(Moment moment, String id, boolean isSlotHeld) {
        var invitation = invitation(moment, id, isSlotHeld);
        turn.offered(invitation, session, turn.liveTabs());
        return Verdict.OFFERED;
    }

    private Invitation invitation(Moment moment, String id, boolean isSlotHeld) {
        var offer = moment.trigger().offer();
        if (offer == null) {
            throw new IllegalStateException("only a trigger with an offer is considered");
        }
        var words = turn.facts.book().copy(offer.copy(), session.language());
        return new Invitation(
                id,
                moment.trigger().id(),
                sight.stake().item(),
                moment.weight(),
                words.copy(),
                words.language(),
                offer.channels(),
                turn.now,
                turn.now.plus(offer.expires()),
                turn.now,
                null,
                isSlotHeld,
                null);
    }

    private void note(Moment moment, Verdict verdict) {
        hold(moment, verdict);
        if (moment.trigger().alert() && moment.isNew()) {
            alert(moment);
        }
        if (moment.isNew() || moment.before() == null || moment.before().verdict() != verdict) {
            turn.entries.add(new Entry.MomentDecided(
                    moment.trigger().id(),
                    verdict,
                    moment.isNew(),
                    moment.since(),
                    moment.weight(),
                    sight.stake(),
                    Book.tier(session.standing())));
        }
    }

    private void hold(Moment moment, Verdict verdict) {
        var until = sight.of(moment.trigger()).end(turn.now).orElse(null);
        held.put(moment.trigger().id(), new Held(moment.since(), until, verdict));
    }

    private void alert(Moment moment) {
        if (Due.isMuch(turn.visitor.due())) {
            return;
        }
        turn.visitor = turn.visitor.owing(new Due.Alert(
                turn.facts.ids().get(),
                moment.trigger().id(),
                sight.stake().item(),
                session.language(),
                turn.clientId(),
                turn.clientTier(),
                moment.weight(),
                turn.now,
                sight.stake().isKnown()));
    }
}
