package io.overture.flow;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.overture.engine.Sight;
import io.overture.store.Stored;
import io.overture.visitor.VisitorKey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Visitors this node stepped of late, with what was worked out about them. May be stale: a commit finds out. */
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMW") // Caffeine looks for it by name.
final class Cache {

    /** A decoded visitor, with what is known of her moments, takes several times the bytes she is stored in. */
    private static final int HEAP_PER_STORED_BYTE = 8;

    /** What any entry costs: its key and its place in the cache. */
    private static final int OVERHEAD_BYTES = 1024;

    record Known(Stored stored, @Nullable Sight sight) {}

    private final com.github.benmanes.caffeine.cache.Cache<VisitorKey, Known> known;

    Cache(long bytes) {
        known = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((VisitorKey key, Known each) ->
                        HEAP_PER_STORED_BYTE * each.stored().bytes() + OVERHEAD_BYTES)
                .build();
    }

    Optional<Known> find(VisitorKey key) {
        return Optional.ofNullable(known.getIfPresent(key));
    }

    void put(VisitorKey key, Known each) {
        known.put(key, each);
    }

    void forget(VisitorKey key) {
        known.invalidate(key);
    }
}
