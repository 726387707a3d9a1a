package io.overture.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.overture.visitor.VisitorKey;
import io.overture.wire.Bucket;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Who comes too often. Kept per node and bounded; what is forgotten starts with a full measure again. */
@ApplicationScoped
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.PSAMS") // Caffeine looks for it by name.
public class Rates {

    /** A second is what the steady rates are counted in: after it there is room for one more. */
    static final Duration RETRY = Duration.ofSeconds(1);

    private static final int MOST_VISITORS = 200_000;
    private static final int MOST_ADDRESSES = 50_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private final LimitsConfig limits;
    private final LongSupplier nanos;
    private final Cache<VisitorKey, Bucket> visitors = cache(MOST_VISITORS);
    private final Cache<Address, Bucket> newcomers = cache(MOST_ADDRESSES);
    private final Map<Address, Integer> sockets = new ConcurrentHashMap<>();

    @Inject
    public Rates(LimitsConfig limits) {
        this(limits, System::nanoTime);
    }

    Rates(LimitsConfig limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** Whether a beacon of hers may come in. */
    boolean beacon(VisitorKey key, Address from) {
        return meet(key, from) && bucket(key).take(nanos.getAsLong());
    }

    /** Whether she was here of late, or may be one more new visitor from where she calls. */
    boolean meet(VisitorKey key, Address from) {
        if (visitors.getIfPresent(key) != null) {
            return true;
        }
        if (!from.isThisMachine() && !newcomers(from).take(nanos.getAsLong())) {
            return false;
        }
        bucket(key);
        return true;
    }

    /** Whether one more socket may open from there; if so it must be {@linkplain #hungUp given back}. */
    boolean dial(Address from) {
        if (from.isThisMachine()) {
            return true;
        }
        int open = sockets.merge(from, 1, Integer::sum);
        if (open <= limits.socketsPerAddress()) {
            return true;
        }
        hungUp(from);
        return false;
    }

    void hungUp(Address from) {
        sockets.computeIfPresent(from, (address, open) -> open == 1 ? null : open - 1);
    }

    /** For one socket. */
    Bucket frames() {
        return new Bucket(limits.framesPerSecond(), limits.framesAtOnce(), nanos.getAsLong());
    }

    long now() {
        return nanos.getAsLong();
    }

    private Bucket bucket(VisitorKey key) {
        return visitors.get(
                key, unseen -> new Bucket(limits.beaconsPerSecond(), limits.beaconsAtOnce(), nanos.getAsLong()));
    }

    private Bucket newcomers(Address from) {
        return newcomers.get(
                from,
                unseen -> new Bucket(
                        limits.newVisitorsPerMinute() / 60.0, limits.newVisitorsPerMinute(), nanos.getAsLong()));
    }

    private static <K> Cache<K, Bucket> cache(int most) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(REMEMBERED)
                .build();
    }
}
