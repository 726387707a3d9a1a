package io.overture.engine;

import io.overture.trigger.Aspect;
import io.overture.trigger.Book;
import io.overture.trigger.Condition;
import io.overture.trigger.Facts;
import io.overture.trigger.Prices;
import io.overture.trigger.Scene;
import io.overture.trigger.Spans;
import io.overture.trigger.Stake;
import io.overture.trigger.Trigger;
import io.overture.visitor.Client;
import io.overture.visitor.Memory;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When every condition of the book holds for a visitor, as of one step. The next step works out again only what rests on
 * a part of her that changed; parts are compared by identity, since a fold leaves alone what it does not touch.
 */
public final class Sight {

    private final Book book;
    private final Prices prices;
    private final Memory memory;
    private final Session session;
    private final Stake stake;
    private final @Nullable Spans[] known;
    private final int workedOut;

    private Sight(Visitor visitor, Session session, Facts facts, @Nullable Sight before) {
        this.book = facts.book();
        this.prices = facts.prices();
        this.memory = visitor.memory();
        this.session = session;
        var scene = new Scene(visitor, session, prices);
        var reusable = before != null && before.book == book && before.prices == prices ? before : null;
        this.stake = reusable != null && !reusable.stakeMayDiffer(session) ? reusable.stake : scene.stake();
        this.known = reusable == null ? new @Nullable Spans[book.roots().size()] : reusable.known.clone();
        if (reusable != null) {
            for (var aspect : Aspect.values()) {
                if (reusable.differs(aspect, memory, session, stake)) {
                    for (int root : book.roots().touchedBy(aspect)) {
                        known[root] = null;
                    }
                }
            }
        }
        this.workedOut = workOut(scene);
    }

    private int workOut(Scene scene) {
        int count = 0;
        for (int root = 0; root < known.length; root++) {
            if (known[root] == null) {
                known[root] = book.roots().get(root).holds(scene);
                count++;
            }
        }
        return count;
    }

    /** Null without a session: nothing holds for somebody who is not there. */
    static @Nullable Sight of(Visitor visitor, Facts facts, @Nullable Sight before) {
        var session = visitor.session();
        return session == null ? null : new Sight(visitor, session, facts, before);
    }

    Stake stake() {
        return stake;
    }

    /** When a trigger holds, its time in force included. */
    Spans of(Trigger trigger) {
        return of(trigger.when()).and(trigger.active().spans());
    }

    Spans of(Condition root) {
        return Objects.requireNonNull(known[book.roots().number(root)], "every root has been worked out");
    }

    /**
     * weight = stake (or what the trigger assumes, if that is unknown or nothing) × relationship × intent × the boosts
     * that hold. Unknown with nothing assumed weighs nothing.
     */
    BigDecimal weight(Trigger trigger, Instant now) {
        var amount = stake.amount();
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
        return ownWeight(book, stake.amount(), session.standing());
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

    /** How many conditions had to be worked out for this step. */
    int workedOut() {
        return workedOut;
    }

    private boolean stakeMayDiffer(Session next) {
        return next.attention() != session.attention()
                || next.cart() != session.cart()
                || !Objects.equals(next.activity().last(), session.activity().last())
                || !next.activity().began().equals(session.activity().began());
    }

    private boolean differs(Aspect aspect, Memory nextMemory, Session next, Stake nextStake) {
        return switch (aspect) {
            case ATTENTION -> next.attention() != session.attention();
            case CART -> next.cart() != session.cart();
            case CHECKOUT -> next.checkout() != session.checkout();
            case BEGAN -> !next.activity().began().equals(session.activity().began());
            case ACTIVE ->
                !Objects.equals(next.activity().active(), session.activity().active());
            case STAKE -> !nextStake.equals(stake);
            case SEARCHES -> next.searches() != session.searches();
            case OCCURRENCES -> next.occurrences() != session.occurrences();
            case CLIENT ->
                !Objects.equals(next.standing(), session.standing()) || next.personal() != session.personal();
            case CONTEXT -> !next.context().equals(session.context());
            case MEMORY -> nextMemory != memory;
        };
    }
}
