package io.overture.client;

import io.overture.site.Identity;
import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keys a shop's backend publishes, fetched in the background and kept: the last good ones serve for as long as newer
 * ones cannot be had. A key nobody knows makes them be fetched again, but never more often than the pace allows.
 */
final class PublishedKeys implements Keys {

    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);

    /**
     * How often to ask.
     *
     * @param least time between two attempts, whatever comes
     * @param fresh time after which keys in use are fetched again
     */
    record Pace(Duration least, Duration fresh) {
        static final Pace USUAL = new Pace(Duration.ofSeconds(30), Duration.ofMinutes(10));
    }

    /** A source has none, for the reason its message says. */
    static final class NotFetched extends IOException {
        private static final long serialVersionUID = 1L;

        NotFetched(String message) {
            super(message);
        }

        NotFetched(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Where a key set comes from. May wait, within bounds of its own. */
    interface Source {
        String fetch() throws IOException;
    }

    private final String whose;
    private final Identity.Algorithm algorithm;
    private final Source source;
    private final Pace pace;
    private final InstantSource clock;
    private final Executor background;
    private final Consumer<Boolean> fetched;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile KeyRing ring = KeyRing.EMPTY;
    private volatile Instant askedAt = Instant.MIN;
    private volatile Instant fetchedAt = Instant.MIN;

    /**
     * @param whose they are, as the log has it: {@code site=paris}, {@code region=jp}
     * @param fetched is told of each attempt, whether it had keys
     */
    PublishedKeys(
            String whose,
            Identity.Algorithm algorithm,
            Source source,
            Pace pace,
            InstantSource clock,
            Executor background,
            Consumer<Boolean> fetched) {
        this.whose = whose;
        this.algorithm = algorithm;
        this.source = source;
        this.pace = pace;
        this.clock = clock;
        this.background = background;
        this.fetched = fetched;
        refresh();
    }

    static PublishedKeys ofSite(String site, Identity.KeySet identity, Consumer<Boolean> fetched) {
        return new PublishedKeys(
                "site=" + site,
                identity.algorithm(),
                new GuardedSource(new KeySetSource(identity.url(), KeySetSource.PATIENCE)),
                Pace.USUAL,
                InstantSource.system(),
                Thread::startVirtualThread,
                fetched);
    }

    @Override
    public String algorithm() {
        return algorithm.name();
    }

    @Override
    public @Nullable Key find(@Nullable String id) {
        var key = ring.find(id);
        if (key == null || isOlder(fetchedAt, pace.fresh())) {
            refresh();
        }
        return key;
    }

    /** Whether the keys were fetched within the pace: one that is not among them now is nobody's. */
    boolean isFresh() {
        return !isOlder(fetchedAt, pace.least());
    }

    private void refresh() {
        if (isOlder(askedAt, pace.least()) && asking.compareAndSet(false, true)) {
            askedAt = clock.instant();
            background.execute(this::fetch);
        }
    }

    private void fetch() {
        try {
            ring = KeyRing.parse(source.fetch(), algorithm);
            fetchedAt = clock.instant();
            fetched.accept(true);
        } catch (IOException | RuntimeException e) {
            fetched.accept(false);
            LOG.warnf("event=keys_not_fetched %s cause=\"%s\"", whose, cause(e));
        } finally {
            asking.set(false);
        }
    }

    /** A source's own words; of anything else its kind, since what was fetched may be quoted. */
    private static String cause(Exception failure) {
        return failure instanceof NotFetched
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
    }

    private boolean isOlder(Instant at, Duration age) {
        return at.equals(Instant.MIN) || !clock.instant().isBefore(at.plus(age));
    }
}
