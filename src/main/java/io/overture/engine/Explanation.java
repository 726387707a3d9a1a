package io.overture.engine;

import io.overture.trigger.Condition;
import io.overture.trigger.Facts;
import io.overture.trigger.Scene;
import io.overture.trigger.Spans;
import io.overture.trigger.Stake;
import io.overture.trigger.Trigger;
import io.overture.visitor.Session;
import io.overture.visitor.Verdict;
import io.overture.visitor.Visitor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a visitor was invited, or left in peace: the book's conditions as they stand with her at an instant, each with since
 * or from when, and what keeps the house silent.
 *
 * @param visitor at that instant: what time alone has ended is over
 * @param stake null without a session
 * @param isReachable whether a page of hers is open
 * @param blocked the limit that keeps the house silent, if one does
 */
public record Explanation(
        Instant at,
        Visitor visitor,
        @Nullable Stake stake,
        boolean isReachable,
        boolean isHeldOut,
        Optional<Limit.Blocked> blocked,
        List<OfTrigger> triggers) {

    /**
     * A trigger of the book.
     *
     * @param since when it began to hold; null when it does not, or always did
     * @param from when it will hold if nothing else happens; null when it does, or will not
     * @param verdict what became of its moment; null when there is none
     */
    public record OfTrigger(
            Trigger trigger,
            boolean holds,
            @Nullable Instant since,
            @Nullable Instant from,
            BigDecimal weight,
            @Nullable Verdict verdict,
            Part when) {}

    /**
     * A condition and what it is made of.
     *
     * @param condition in the words of the book
     * @param isUnknown it rests on something nobody knows: it neither holds nor fails
     */
    public record Part(
            String condition,
            boolean holds,
            boolean isUnknown,
            @Nullable Instant since,
            @Nullable Instant from,
            List<Part> of) {}

    public static Explanation of(Visitor kept, Instant clock, Facts facts) {
        var now = clock.isBefore(kept.steppedAt()) ? kept.steppedAt() : clock;
        var turn = new Turn(kept, now, facts);
        turn.letTimePass();
        var visitor = turn.visitor;
        var session = visitor.session();
        var sight = Sight.of(visitor, facts, null);
        boolean isReachable = !turn.liveTabs().isEmpty();
        if (session == null || sight == null) {
            var nothing =
                    facts.book().triggers().stream().map(Explanation::silent).toList();
            return new Explanation(now, visitor, null, isReachable, facts.isHeldOut(null), Optional.empty(), nothing);
        }
        var scene = new Scene(visitor, session, facts.prices());
        return new Explanation(
                now,
                visitor,
                sight.stake(),
                isReachable,
                facts.holdsOut(session),
                Limit.blocking(visitor, session, facts.book(), sight, now),
                facts.book().triggers().stream()
                        .map(trigger -> of(trigger, session, sight, scene, now))
                        .toList());
    }

    private static OfTrigger of(Trigger trigger, Session session, Sight sight, Scene scene, Instant now) {
        var spans = sight.of(trigger);
        boolean holds = spans.contains(now);
        var held = holds ? session.moments().get(trigger.id()) : null;
        return new OfTrigger(
                trigger,
                holds,
                held != null ? held.since() : since(spans, now),
                from(spans, now),
                sight.weight(trigger, now),
                held == null ? null : held.verdict(),
                part(trigger.when(), scene, now));
    }

    private static Part part(Condition condition, Scene scene, Instant now) {
        var spans = condition.holds(scene);
        boolean holds = spans.contains(now);
        return new Part(
                condition.words(),
                holds,
                !holds && !condition.fails(scene).contains(now),
                since(spans, now),
                from(spans, now),
                condition.parts().stream().map(part -> part(part, scene, now)).toList());
    }

    /** Nothing holds for somebody who is not there. */
    private static OfTrigger silent(Trigger trigger) {
        return new OfTrigger(trigger, false, null, null, BigDecimal.ZERO, null, silent(trigger.when()));
    }

    private static Part silent(Condition condition) {
        return new Part(
                condition.words(),
                false,
                false,
                null,
                null,
                condition.parts().stream().map(Explanation::silent).toList());
    }

    private static @Nullable Instant since(Spans spans, Instant now) {
        return spans.contains(now) ? spans.since(now).orElse(null) : null;
    }

    private static @Nullable Instant from(Spans spans, Instant now) {
        return spans.contains(now) ? null : spans.nextStart(now).orElse(null);
    }
}
