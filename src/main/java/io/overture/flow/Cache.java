package io.overture.flow;

import io.overture.engine.Sight;
import io.overture.store.Stored;
import io.overture.visitor.VisitorKey;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Visitors this node stepped of late, with what was worked out about them; who was stepped longest ago goes first. May be
 * stale: a commit finds out.
 *
 * <p>Recency alone decides, since a session is seen many times and then never again: a cache that admits by frequency keeps
 * those who have left and refuses those who have just come. Everything is done by whoever calls, under the lock of one part.
 */
final class Cache {

    /** Event loops seldom want the same one at the same time. A power of two. */
    static final int PARTS = 16;

    /** Fibonacci hashing: the upper bits choose the part, so that the lower ones are left to its table. */
    private static final int GOLDEN = 0x9E37_79B9;

    private static final int PART_BITS = Integer.numberOfTrailingZeros(PARTS);

    record Known(Stored stored, @Nullable Sight sight) {

        /** A decoded visitor with what is known of her moments, by the byte she is stored in; measured by {@code CacheTest}. */
        private static final int HEAP_PER_STORED_BYTE = 3;

        /** What any entry costs beside: its key, its place in the cache, and what a visitor has who did nothing yet. */
        private static final int OVERHEAD_BYTES = 1_152;

        /** Heap, in bytes. */
        int weight() {
            return HEAP_PER_STORED_BYTE * stored.bytes() + OVERHEAD_BYTES + (sight == null ? 0 : sight.heap());
        }
    }

    private final Part[] parts;

    /** @param bytes of heap, a bound for all parts together; who weighs more than a part may is not kept */
    Cache(long bytes) {
        parts = Stream.generate(() -> new Part(bytes / PARTS)).limit(PARTS).toArray(Part[]::new);
    }

    Optional<Known> find(VisitorKey key) {
        return Optional.ofNullable(part(key).find(key));
    }

    void put(VisitorKey key, Known each) {
        part(key).put(key, each);
    }

    void forget(VisitorKey key) {
        part(key).forget(key);
    }

    /** Bytes of heap. */
    long weight() {
        return Stream.of(parts).mapToLong(Part::weight).sum();
    }

    int size() {
        return Stream.of(parts).mapToInt(Part::size).sum();
    }

    private Part part(VisitorKey key) {
        return parts[key.hashCode() * GOLDEN >>> Integer.SIZE - PART_BITS];
    }

    private static final class Part {

        private static final int FIRST_CAPACITY = 16;
        private static final float LOAD = 0.75f;

        /** The least recently used first. */
        private final LinkedHashMap<VisitorKey, Known> known = new LinkedHashMap<>(FIRST_CAPACITY, LOAD, true);

        private final long most;
        private long weight;

        Part(long most) {
            this.most = most;
        }

        synchronized @Nullable Known find(VisitorKey key) {
            return known.get(key);
        }

        synchronized void put(VisitorKey key, Known each) {
            if (each.weight() > most) {
                forget(key);
                return;
            }
            weight += each.weight() - weightOf(known.put(key, each));
            while (weight > most) {
                weight -= weightOf(known.pollFirstEntry().getValue());
            }
        }

        synchronized void forget(VisitorKey key) {
            weight -= weightOf(known.remove(key));
        }

        synchronized long weight() {
            return weight;
        }

        synchronized int size() {
            return known.size();
        }

        private static int weightOf(@Nullable Known each) {
            return each == null ? 0 : each.weight();
        }
    }
}
