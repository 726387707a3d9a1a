package io.overture.engine;

import io.overture.trigger.Facts;
import io.overture.visitor.Due;
import io.overture.visitor.Notice;
import io.overture.visitor.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one function everything that happens to a visitor goes through:
 *
 * <pre>
 *   let time pass ─▶ fold what happened ─▶ see which moments hold ─▶ decide ─▶ when to look again
 * </pre>
 */
public final class Engine {

    /** An unseen invitation is sent again after so long. */
    public static final Duration REDELIVERY = Duration.ofSeconds(3);

    /** What is due is tried again after so long. */
    public static final Duration DUE_RETRY = Duration.ofSeconds(2);

    /**
     * Within so long nodes know of each other, after a start or an outage of the store: a lease is renewed every two
     * seconds by one and read as often by the other.
     */
    public static final Duration ACQUAINTANCE = Duration.ofSeconds(5);

    /** A moment that began so long ago is not looked at again for pages that may yet be found. */
    static final Duration YOUNG = Duration.ofSeconds(15);

    /** How long a withdrawal of consent drops events older than it. */
    public static final Duration TOMBSTONE = Duration.ofHours(24);

    /** A slot is kept for so long after its invitation expires: an answer may be on its way. */
    static final Duration GRACE = Duration.ofMinutes(1);

    /** While no slot is free, a moment is looked at again after so long, if nobody said before that one is. */
    static final Duration PACE = Duration.ofSeconds(10);

    private Engine() {}

    /**
     * @param clock the node's; a step is never earlier than the one before it
     * @param seen of the step that made {@code before}, if it is at hand
     */
    public static Step step(
            Visitor before, List<? extends Input> inputs, Instant clock, Facts facts, @Nullable Sight seen) {
        var now = clock.isBefore(before.steppedAt()) ? before.steppedAt() : clock;
        var turn = new Turn(before, now, facts);
        turn.letTimePass();
        var receipts = new ArrayList<Receipt>(inputs.size());
        for (var input : inputs) {
            receipts.add(turn.take(input));
        }
        Acquaintance.told(turn, before);
        var sight = decide(turn, seen);
        redeliver(turn);
        Crossing.told(turn, before);
        boolean changed = !turn.visitor.equals(before);
        return new Step(
                changed ? turn.visitor.steppedAt(now) : before,
                changed,
                receipts,
                turn.effects(),
                turn.entries,
                Wake.at(turn, sight),
                sight);
    }

    private static @Nullable Sight decide(Turn turn, @Nullable Sight seen) {
        var sight = Sight.of(turn.visitor, turn.facts, seen);
        var session = turn.visitor.session();
        Notice heaviest = null;
        if (sight != null && session != null) {
            heaviest = new Decision(turn, session, sight).decide();
        }
        notice(turn, heaviest);
        return sight;
    }

    /** Lets the advisors know of her while she is in the boutique and matters. */
    private static void notice(Turn turn, @Nullable Notice heaviest) {
        boolean isWorthIt =
                turn.facts.service().hasDesks() && !turn.visitor.tabs().isEmpty();
        var next = isWorthIt ? heaviest : null;
        if (!Objects.equals(next, turn.visitor.notice())) {
            turn.visitor = turn.visitor
                    .withNotice(next)
                    .owing(new Due.Noticed("noticed:" + turn.facts.ids().get(), next, turn.now));
        }
    }

    private static void redeliver(Turn turn) {
        var invitation = turn.visitor.invitation();
        if (invitation == null
                || invitation.isShown()
                || turn.now.isBefore(invitation.deliveredAt().plus(REDELIVERY))) {
            return;
        }
        var tabs = turn.liveTabs();
        if (!tabs.isEmpty()) {
            turn.say(new Effect.Deliver(invitation, tabs));
            turn.visitor = turn.visitor.withInvitation(invitation.delivered(turn.now));
        }
    }
}
