package io.overture.passport;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Tells one home region what happened here to its visitors, by any node, and again until it has heard it or its time has
 * passed. Each region has one of these and a queue of its own: one that is away keeps no other waiting.
 *
 * <pre>
 *   added ──▶ tried ──204: counted there─────────▶ done
 *              │ ▲ └──410: nobody there any more─▶ done
 *              │ └──anything else, silence: a little later
 *              └──time has passed─────────────────▶ given up
 * </pre>
 */
final class Returns {

    static final Duration TICK = Duration.ofMillis(500);

    private static final int COUNTED = 204;
    private static final int GONE = 410;
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration CLAIM = ReturnSender.PATIENCE.plusSeconds(2);

    private static final Logger LOG = Logger.getLogger(Returns.class);

    private final Partner home;
    private final ReturnQueue queue;
    private final ReturnSender sender;
    private final Regions regions;
    private final PassportMeters meters;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final AtomicInteger waiting;
    private final AtomicBoolean isTrying = new AtomicBoolean();

    Returns(
            Partner home,
            ReturnQueue queue,
            ReturnSender sender,
            Regions regions,
            PassportMeters meters,
            InstantSource clock,
            Supplier<String> ids) {
        this.home = home;
        this.queue = queue;
        this.sender = sender;
        this.regions = regions;
        this.meters = meters;
        this.clock = clock;
        this.ids = ids;
        this.waiting = meters.waiting(home);
    }

    /** To be called a few times a second. */
    void tick() {
        if (isTrying.compareAndSet(false, true)) {
            queue.claim(home.name(), CLAIM)
                    .invoke(claimed -> {
                        waiting.set(claimed.waiting());
                        meters.expired(claimed.passed());
                    })
                    .chain(claimed -> Multi.createFrom()
                            .iterable(claimed.tried())
                            .onItem()
                            .transformToUniAndMerge(this::tried)
                            .onItem()
                            .ignoreAsUni())
                    .onTermination()
                    .invoke(() -> isTrying.set(false))
                    .subscribe()
                    .with(done -> {}, away -> LOG.debugf("home region not told: %s", away.getMessage()));
        }
    }

    /** Whatever fails is tried again when its claim has ended, if it could not be said when. */
    private Uni<Void> tried(Return told) {
        return send(told)
                .onFailure()
                .recoverWithUni(failure -> later(told, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> send(Return told) {
        var now = clock.instant();
        var claims = Claims.of(regions.own(), told.region(), told.pseudonym(), ids.get(), now, LIFE);
        ReturnToken.write(told, claims);
        return sender.send(home.returns(), regions.keys().sign(claims, ReturnToken.TYPE))
                .chain(status -> switch (status) {
                    case COUNTED -> done(told, PassportMeters.Sent.TAKEN);
                    case GONE -> done(told, PassportMeters.Sent.GONE);
                    default -> later(told, "status_" + status);
                });
    }

    private Uni<Void> done(Return told, PassportMeters.Sent how) {
        meters.sent(how);
        return queue.settle(told);
    }

    private Uni<Void> later(Return told, String cause) {
        meters.sent(PassportMeters.Sent.FAILED);
        LOG.infov("event=home_region_not_told region={0} tries={1} cause={2}", told.region(), told.tries(), cause);
        return queue.again(told, pause(told.tries()));
    }

    /** Up to sixteen seconds: a region that comes back is told at once, and one that is away is asked little. */
    private static Duration pause(int tries) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), MOST_DOUBLINGS));
    }
}
