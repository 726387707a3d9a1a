package io.overture.flow;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.overture.engine.Sight;
import io.overture.store.Stored;
import io.overture.visitor.VisitorKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Visitors this node stepped of late, with what was worked out about them. May be stale: a commit finds out. */
final class Cache {

    /** What an entry costs beside the value: key, node, and the decoded form's overhead. */
    private static final int OVERHEAD_BYTES = 512;

    record Known(Stored stored, @Nullable Sight sight) {}

    private final com.github.benmanes.caffeine.cache.Cache<VisitorKey, Known> known;

    Cache(long bytes) {
        known = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((VisitorKey key, Known each) -> each.stored().bytes() + OVERHEAD_BYTES)
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
