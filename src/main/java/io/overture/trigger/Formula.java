package io.overture.trigger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A condition in negation normal form: all or any of literals, by their numbers. */
sealed interface Formula {

    /** Whether a literal that nothing is known of holds: as it does of somebody who has done nothing. */
    Spans of(Values literals);

    /** Literals one of which must hold for it to hold, the seldomest there are; null: it may hold without any of them. */
    @Nullable
    Guard guard();

    /**
     * @param literals none of them negated
     * @param frequency of the most frequent of them
     */
    record Guard(BitSet literals, int frequency) {}

    record Is(int number, Literal literal) implements Formula {
        @Override
        public Spans of(Values literals) {
            var known = literals.at(number);
            return known == null ? Spans.when(literal.negated()) : known;
        }

        @Override
        public @Nullable Guard guard() {
            if (literal.negated()) {
                return null;
            }
            var itself = new BitSet();
            itself.set(number);
            return new Guard(itself, literal.frequency());
        }
    }

    record All(List<Formula> parts) implements Formula {
        @Override
        public Spans of(Values literals) {
            var common = Spans.ALWAYS;
            for (int i = 0; i < parts.size() && !common.isNever(); i++) {
                common = common.and(parts.get(i).of(literals));
            }
            return common;
        }

        @Override
        public @Nullable Guard guard() {
            Guard seldomest = null;
            for (var part : parts) {
                var guard = part.guard();
                if (guard != null && (seldomest == null || guard.frequency < seldomest.frequency)) {
                    seldomest = guard;
                }
            }
            return seldomest;
        }
    }

    record Any(List<Formula> parts) implements Formula {
        @Override
        public Spans of(Values literals) {
            var any = Spans.NEVER;
            for (int i = 0; i < parts.size(); i++) {
                any = any.or(parts.get(i).of(literals));
            }
            return any;
        }

        @Override
        public @Nullable Guard guard() {
            var all = new BitSet();
            int most = -1;
            for (var part : parts) {
                var guard = part.guard();
                if (guard == null) {
                    return null;
                }
                all.or(guard.literals);
                most = Math.max(most, guard.frequency);
            }
            return new Guard(all, most);
        }
    }

    /** @param numbers gives each literal its number, equal ones the same */
    static Formula of(Condition condition, boolean negated, ToIntFunction<Literal> numbers) {
        return switch (condition) {
            case Condition.All all -> of(all.parts(), negated, !negated, numbers);
            case Condition.Any any -> of(any.parts(), negated, negated, numbers);
            case Condition.Not not -> of(not.part(), !negated, numbers);
            case Arrival _,
                    CartWorth _,
                    CheckoutReached _,
                    Details _,
                    Dwell _,
                    Happened _,
                    Idle _,
                    KnownClient _,
                    Revisit _,
                    Search _,
                    Setting _,
                    StakeWithin _,
                    Views _,
                    Visits _ -> {
                var literal = new Literal(condition, negated);
                yield new Is(numbers.applyAsInt(literal), literal);
            }
        };
    }

    private static Formula of(
            List<Condition> conditions, boolean negated, boolean all, ToIntFunction<Literal> numbers) {
        var parts = new ArrayList<Formula>();
        for (var condition : conditions) {
            parts.add(of(condition, negated, numbers));
        }
        return all ? new All(List.copyOf(parts)) : new Any(List.copyOf(parts));
    }
}
