package io.overture.engine;

import io.overture.trigger.Book;
import io.overture.trigger.Condition;
import io.overture.trigger.Evaluation;
import io.overture.trigger.Facts;
import io.overture.trigger.Spans;
import io.overture.trigger.Stake;
import io.overture.trigger.Trigger;
import io.overture.visitor.Client;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When every condition of the book holds for a visitor, as of one step, and what that weighs. */
public final class Sight {

    private final Book book;
    private final Session session;
    private final Evaluation evaluation;

    private Sight(Visitor visitor, Session session, Facts facts, @Nullable Sight before) {
        this.book = facts.book();
        this.session = session;
        this.evaluation =
                Evaluation.of(visitor, session, book, facts.prices(), before == null ? null : before.evaluation);
    }

    /** Null without a session: nothing holds for somebody who is not there. */
    static @Nullable Sight of(Visitor visitor, Facts facts, @Nullable Sight before) {
        var session = visitor.session();
        return session == null ? null : new Sight(visitor, session, facts, before);
    }

    Stake stake() {
        return evaluation.stake();
    }

    /** The triggers that hold at some time if nothing else happens, their time in force aside; in the book's order. */
    List<Trigger> triggers() {
        return evaluation.triggers();
    }

    /** When a trigger holds, its time in force included. */
    Spans of(Trigger trigger) {
        return evaluation.of(trigger);
    }

    Spans of(Condition root) {
        return evaluation.of(root);
    }

    /**
     * weight = stake (or what the trigger assumes, if that is unknown or nothing) × relationship × intent × the boosts
     * that hold. Unknown with nothing assumed weighs nothing.
     */
    BigDecimal weight(Trigger trigger, Instant now) {
        var amount = stake().amount();
        if (amount == null || amount.signum() == 0) {
            amount = trigger.assume();
        }
        if (amount == null) {
            return BigDecimal.ZERO;
        }
        var weight = amount.multiply(book.multiplier(session.standing())).multiply(trigger.intent());
        for (var boost : trigger.boosts()) {
            if (of(boost.when()).contains(now)) {
                weight = weight.multiply(boost.times());
            }
        }
        return weight;
    }

    /** What her own wish weighs: stake × relationship. She asked, so intent is certain. */
    BigDecimal ownWeight() {
        return ownWeight(book, stake().amount(), session.standing());
    }

    /**
     * A wish weighs as much as an invitation to somebody like her who has nothing at stake yet, or more; and never
     * nothing, so that it has its place among those who wait.
     */
    static BigDecimal ownWeight(Book book, @Nullable BigDecimal stake, @Nullable Client client) {
        var amount = stake == null ? book.assumed() : stake.max(book.assumed());
        var weight = amount.multiply(book.multiplier(client));
        return weight.signum() > 0 ? weight : BigDecimal.ONE;
    }

    /** What is kept of it, beside the visitor it was made of, in bytes of heap. */
    public int heap() {
        return evaluation.heap();
    }

    /** How many leaves of conditions had to be asked for this step. */
    int asked() {
        return evaluation.asked();
    }
}
