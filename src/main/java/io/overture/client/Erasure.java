package io.overture.client;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was erased of a client: how much of each kind, and nothing of her.
 *
 * @param marks how long the last mark lives that keeps out what was under way; of her it holds nothing
 */
public record Erasure(Map<Kind, Integer> counts, Duration marks) {

    public static final Erasure NOTHING = new Erasure(Map.of(), Duration.ZERO);

    /** What may be erased. */
    public enum Kind {
        RECORD("record"),
        BROWSERS("browsers"),
        CONVERSATIONS("conversations"),
        TASKS("tasks"),
        WATCHES("watches");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** On the wire. */
        public String word() {
            return word;
        }
    }

    public Erasure {
        counts = Map.copyOf(counts);
    }

    /** @param marks zero: it leaves none */
    public static Erasure of(Kind kind, int count, Duration marks) {
        return count == 0 ? NOTHING : new Erasure(Map.of(kind, count), marks);
    }

    public int of(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    public Erasure plus(Erasure more) {
        var sum = new EnumMap<Kind, Integer>(Kind.class);
        sum.putAll(counts);
        more.counts.forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
        return new Erasure(sum, marks.compareTo(more.marks) < 0 ? more.marks : marks);
    }
}
