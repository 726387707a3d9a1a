package io.overture.trigger;

import io.overture.visitor.Attention;
import io.overture.visitor.Memory;
import io.overture.visitor.Occurrences;
import io.overture.visitor.Searches;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When every condition of a book holds for a visitor, as of one step. The next step works out again only literals that
 * look at a part of the visitor that changed, then the roots that read a literal whose spans are not what they were:
 *
 * <pre>
 *   what changed ─▶ literals that look at it ─▶ those that came out otherwise ─▶ roots that read them ─▶ triggers
 * </pre>
 */
public final class Evaluation {

    /** An object with its array of two instants, and its number and place among the others. */
    private static final int SPANS_BYTES = 64;

    private final Book book;
    private final Prices prices;
    private final Memory memory;
    private final Session session;
    private final Attention attention;
    private final Stake stake;
    private final Values literals;
    private final Values roots;
    private final int asked;

    /** @param before of the step before, if it is at hand */
    public static Evaluation of(
            Visitor visitor, Session session, Book book, Prices prices, @Nullable Evaluation before) {
        boolean isReusable = before != null && before.book == book && before.prices == prices;
        return new Evaluation(visitor, session, book, prices, isReusable ? before : null);
    }

    private Evaluation(Visitor visitor, Session session, Book book, Prices prices, @Nullable Evaluation before) {
        this.book = book;
        this.prices = prices;
        this.memory = visitor.memory();
        this.session = session;
        this.attention = before != null && before.session.attention() == session.attention()
                ? before.attention
                : session.attention().settled();
        var stakeBefore = before == null || before.stakeMayDiffer(session) ? null : before.stake;
        var scene = new Scene(visitor, session, prices, attention, stakeBefore);
        this.stake = scene.stake();
        var index = book.roots().index();
        var touched = touched(index, before).literals();
        this.asked = touched.cardinality();
        var known = before == null ? Values.USUAL : before.literals;
        var read = new BitSet(index.roots());
        this.literals = known.with(changed(index, touched, known, scene, read));
        var held = before == null ? index.rootsAtFirst() : before.roots;
        this.roots = read.isEmpty() ? held : held.with(changed(index, read, held));
    }

    /** @param read the roots that read a literal that came out otherwise, to be filled */
    private static Values.Changes changed(Index index, BitSet touched, Values known, Scene scene, BitSet read) {
        var changes = new Values.Changes();
        for (int number = touched.nextSetBit(0); number >= 0; number = touched.nextSetBit(number + 1)) {
            var literal = index.literal(number);
            var usual = Spans.when(literal.negated());
            var before = known.at(number);
            var now = literal.of(scene);
            if (!now.equals(before == null ? usual : before)) {
                changes.add(number, now.equals(usual) ? null : now);
                for (int root : index.readBy(number)) {
                    read.set(root);
                }
            }
        }
        return changes;
    }

    private Values.Changes changed(Index index, BitSet read, Values held) {
        var changes = new Values.Changes();
        var possible = index.possible(literals);
        for (int root = read.nextSetBit(0); root >= 0; root = read.nextSetBit(root + 1)) {
            var before = held.at(root);
            var now = possible.get(root) ? index.root(root).of(literals) : Spans.NEVER;
            if (!now.equals(before == null ? Spans.NEVER : before)) {
                changes.add(root, now.isNever() ? null : now);
            }
        }
        return changes;
    }

    private Touched touched(Index index, @Nullable Evaluation before) {
        var touched = new Touched(index);
        for (var aspect : Aspect.values()) {
            switch (aspect) {
                case LOOKS -> touched.attention(before == null ? Attention.NONE : before.attention, attention);
                case VIEWS, ENGAGED -> {}
                case SEARCHES ->
                    touched.entries(
                            aspect,
                            (before == null ? Searches.NONE : before.session.searches()).byResults(),
                            session.searches().byResults());
                case OCCURRENCES ->
                    touched.entries(
                            aspect,
                            (before == null ? Occurrences.NONE : before.session.occurrences()).byName(),
                            session.occurrences().byName());
                case CLIENT, CONTEXT, CHECKOUT, CART, STAKE, MEMORY, BEGAN, ACTIVE -> {
                    if (before == null || differs(aspect, before)) {
                        touched.all(aspect);
                    }
                }
            }
        }
        return touched;
    }

    private boolean differs(Aspect aspect, Evaluation before) {
        var had = before.session;
        return switch (aspect) {
            case CLIENT -> !Objects.equals(session.standing(), had.standing()) || session.personal() != had.personal();
            case CONTEXT -> !session.context().equals(had.context());
            case CHECKOUT -> session.checkout() != had.checkout();
            case CART -> session.cart() != had.cart();
            case STAKE -> !Objects.equals(stake.amount(), before.stake.amount());
            case MEMORY -> memory != before.memory;
            case BEGAN -> !session.activity().began().equals(had.activity().began());
            case ACTIVE ->
                !Objects.equals(session.activity().active(), had.activity().active());
            case SEARCHES, OCCURRENCES, LOOKS, VIEWS, ENGAGED -> true;
        };
    }

    private boolean stakeMayDiffer(Session next) {
        return next.attention() != session.attention()
                || next.cart() != session.cart()
                || !Objects.equals(next.activity().last(), session.activity().last())
                || !next.activity().began().equals(session.activity().began());
    }

    public Stake stake() {
        return stake;
    }

    /** The triggers that hold at some time if nothing else happens, their time in force aside; in the book's order. */
    public List<Trigger> triggers() {
        var triggers = new ArrayList<Trigger>(roots.size());
        for (int i = 0; i < roots.size(); i++) {
            var trigger = book.roots().trigger(roots.number(i));
            if (trigger != null) {
                triggers.add(trigger);
            }
        }
        return triggers;
    }

    /** When a trigger holds, its time in force included. */
    public Spans of(Trigger trigger) {
        return of(trigger.when()).and(trigger.active().spans());
    }

    /** When one of the conditions holds that the book asks by itself: a trigger's, a boost's or {@code never}. */
    public Spans of(Condition root) {
        var spans = roots.at(book.roots().number(root));
        return spans == null ? Spans.NEVER : spans;
    }

    /** What it keeps of literals and roots that are not as usual, in bytes of heap: each has spans of one stretch or more. */
    public int heap() {
        return SPANS_BYTES * (literals.size() + roots.size());
    }

    /** How many leaves of conditions had to be asked for this step. */
    public int asked() {
        return asked;
    }
}
