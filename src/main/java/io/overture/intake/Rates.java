package io.overture.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.overture.visitor.VisitorKey;
import io.overture.wire.Bucket;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Who comes too often. Kept per node and bounded; what is forgotten starts with a full measure again. */
@Singleton
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.PSAMS") // Caffeine looks for it by name.
public class Rates {

    /** A second is what the steady rates are counted in: after it there is room for one more. */
    static final Duration RETRY = Duration.ofSeconds(1);

    private static final int MOST_VISITORS = 200_000;
    private static final int MOST_ADDRESSES = 50_000;
    /** What an IPv6 network of a provider may do, in networks of one household: more than those who share one need. */
    static final int PER_PROVIDER = 16;

    /** For an advisor, of the strangers at one address, or of one client. */
    static final double REQUESTS_PER_MINUTE = 10;

    static final int REQUESTS_AT_ONCE = 30;

    /** A page at work says a few hundred bytes a second; one that comes back from an outage says all of it at once. */
    static final int VISITOR_BYTES_PER_SECOND = 16 * 1024;

    static final int VISITOR_BYTES_AT_ONCE = 1024 * 1024;

    /** An office or a mobile network: a thousand pages at work. */
    static final int ADDRESS_BYTES_PER_SECOND = 512 * 1024;

    static final int ADDRESS_BYTES_AT_ONCE = 16 * 1024 * 1024;

    /** Passports are given and shown at a click: of one visitor, steadily and at once. */
    static final double PASSPORTS_PER_MINUTE = 6;

    static final int PASSPORTS_AT_ONCE = 6;

    /** After it there is room for one more passport. */
    static final Duration PASSPORT_RETRY = Duration.ofSeconds(10);

    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private final LimitsConfig limits;
    private final LongSupplier nanos;
    private final Cache<VisitorKey, Measure> visitors = cache(MOST_VISITORS);
    private final Cache<String, Bucket> addresses = cache(MOST_ADDRESSES);
    private final Cache<String, Bucket> requests = cache(MOST_ADDRESSES);
    private final Cache<String, Bucket> newcomers = cache(MOST_ADDRESSES);
    private final Cache<VisitorKey, Bucket> passports = cache(MOST_ADDRESSES);
    private final Map<String, Integer> sockets = new ConcurrentHashMap<>();

    @Inject
    public Rates(LimitsConfig limits) {
        this(limits, System::nanoTime);
    }

    Rates(LimitsConfig limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** What one visitor may: beacons are counted because each costs a step, and weighed because what they say is kept. */
    private record Measure(Bucket beacons, Bucket bytes) {}

    /** Whether a beacon of hers may come in, {@code bytes} long. */
    boolean beacon(VisitorKey key, Address from, int bytes) {
        var hers = met(key, from);
        if (hers == null) {
            return false;
        }
        long now = nanos.getAsLong();
        return hers.beacons().take(now)
                && hers.bytes().take(bytes, now)
                && isWithin(addresses, from, ADDRESS_BYTES_PER_SECOND, ADDRESS_BYTES_AT_ONCE, bytes);
    }

    /** Whether an address, and the provider's network it is of, have so much left of what one address may. */
    private boolean isWithin(Cache<String, Bucket> budgets, Address from, double perSecond, double atOnce, int much) {
        if (from.isThisMachine()) {
            return true;
        }
        long now = nanos.getAsLong();
        if (!bucket(budgets, from.value(), perSecond, atOnce, now).take(much, now)) {
            return false;
        }
        var provider = from.provider();
        return provider.isEmpty()
                || bucket(budgets, provider.get(), perSecond * PER_PROVIDER, atOnce * PER_PROVIDER, now)
                        .take(much, now);
    }

    private static Bucket bucket(
            Cache<String, Bucket> budgets, String place, double perSecond, double atOnce, long now) {
        var known = budgets.getIfPresent(place);
        return known != null ? known : budgets.get(place, unseen -> new Bucket(perSecond, atOnce, now));
    }

    /** Whether she was here of late, or may be one more new visitor from where she calls. */
    boolean meet(VisitorKey key, Address from) {
        return met(key, from) != null;
    }

    /** Null: she may not be met. */
    private @Nullable Measure met(VisitorKey key, Address from) {
        var known = visitors.getIfPresent(key);
        if (known != null) {
            return known;
        }
        int most = limits.newVisitorsPerMinute();
        return isWithin(newcomers, from, most / 60.0, most, 1) ? visitors.get(key, this::fresh) : null;
    }

    /**
     * Whether somebody there may ask for an advisor: each request is a promise to somebody. A client has a measure of their
     * own, so that strangers of the same network take nothing from it.
     */
    boolean ask(Guest by, Address from) {
        var client = by.standing().client();
        return client == null
                ? isWithin(requests, from, REQUESTS_PER_MINUTE / 60, REQUESTS_AT_ONCE, 1)
                : from.isThisMachine()
                        || requests.get(
                                        by.key().site() + "/" + client.id(),
                                        unseen -> new Bucket(
                                                REQUESTS_PER_MINUTE / 60, REQUESTS_AT_ONCE, nanos.getAsLong()))
                                .take(nanos.getAsLong());
    }

    /** Whether a passport of hers may be asked for or shown, in {@code bytes}. */
    boolean passport(VisitorKey key, Address from, int bytes) {
        return beacon(key, from, bytes)
                && passports
                        .get(key, unseen -> new Bucket(PASSPORTS_PER_MINUTE / 60, PASSPORTS_AT_ONCE, nanos.getAsLong()))
                        .take(nanos.getAsLong());
    }

    /** Whether one more socket may open from there; if so it must be {@linkplain #hungUp given back}. */
    boolean dial(Address from) {
        if (from.isThisMachine()) {
            return true;
        }
        if (isOneMore(from.value(), limits.socketsPerAddress())) {
            if (from.provider().isEmpty()
                    || isOneMore(from.provider().get(), limits.socketsPerAddress() * PER_PROVIDER)) {
                return true;
            }
            isOneLess(from.value());
        }
        return false;
    }

    /** What was {@linkplain #dial taken} from there. */
    void hungUp(Address from) {
        if (!from.isThisMachine()) {
            isOneLess(from.value());
            from.provider().ifPresent(this::isOneLess);
        }
    }

    private boolean isOneMore(String place, int most) {
        if (sockets.merge(place, 1, Integer::sum) <= most) {
            return true;
        }
        isOneLess(place);
        return false;
    }

    private void isOneLess(String place) {
        sockets.computeIfPresent(place, (where, open) -> open == 1 ? null : open - 1);
    }

    /** For one socket. */
    Bucket frames() {
        return new Bucket(limits.framesPerSecond(), limits.framesAtOnce(), nanos.getAsLong());
    }

    long now() {
        return nanos.getAsLong();
    }

    private Measure fresh(VisitorKey key) {
        long now = nanos.getAsLong();
        return new Measure(
                new Bucket(limits.beaconsPerSecond(), limits.beaconsAtOnce(), now),
                new Bucket(VISITOR_BYTES_PER_SECOND, VISITOR_BYTES_AT_ONCE, now));
    }

    /** Kept in order by whoever uses it: what is left to be done is too little to wake another thread for. */
    private static <K, V> Cache<K, V> cache(int most) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(REMEMBERED)
                .executor(Runnable::run)
                .build();
    }
}
