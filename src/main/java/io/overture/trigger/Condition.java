package io.overture.trigger;

import java.util.List;

/**
 * Something that holds for a session, or not, in a stretch of time. A condition says <em>when</em>: so the same answer
 * tells whether it holds now, and when to look again. One that rests on something nobody knows (a price) neither holds
 * nor fails.
 */
public sealed interface Condition
        permits Condition.All,
                Condition.Any,
                Condition.Not,
                Arrival,
                CartWorth,
                CheckoutReached,
                Details,
                Dwell,
                Happened,
                Idle,
                KnownClient,
                Revisit,
                Search,
                Setting,
                StakeWithin,
                Views,
                Visits {

    /** The stretches in which it holds, with nothing else happening. */
    Spans holds(Scene scene);

    /** The stretches in which it is known not to hold. */
    default Spans fails(Scene scene) {
        return holds(scene).complement();
    }

    /** What it looks at. */
    default List<Dependency> dependencies() {
        return parts().stream().flatMap(part -> part.dependencies().stream()).toList();
    }

    /** How the book words it. */
    String words();

    /** What it is made of; empty for a leaf. */
    default List<Condition> parts() {
        return List.of();
    }

    /** Every part holds. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Spans holds(Scene scene) {
            var common = Spans.ALWAYS;
            for (var part : parts) {
                common = common.and(part.holds(scene));
                if (common.isNever()) {
                    return common;
                }
            }
            return common;
        }

        @Override
        public Spans fails(Scene scene) {
            var any = Spans.NEVER;
            for (var part : parts) {
                any = any.or(part.fails(scene));
            }
            return any;
        }

        @Override
        public String words() {
            return "all";
        }
    }

    /** At least one part holds. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public Spans holds(Scene scene) {
            var any = Spans.NEVER;
            for (var part : parts) {
                any = any.or(part.holds(scene));
            }
            return any;
        }

        @Override
        public Spans fails(Scene scene) {
            var common = Spans.ALWAYS;
            for (var part : parts) {
                common = common.and(part.fails(scene));
            }
            return common;
        }

        @Override
        public String words() {
            return "any";
        }
    }

    /** The part is known not to hold. */
    record Not(Condition part) implements Condition {
        @Override
        public Spans holds(Scene scene) {
            return part.fails(scene);
        }

        @Override
        public Spans fails(Scene scene) {
            return part.holds(scene);
        }

        @Override
        public String words() {
            return "not";
        }

        @Override
        public List<Condition> parts() {
            return List.of(part);
        }
    }
}
