package io.overture.store;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.overture.redis.StoreUnavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that run, as Redis last told, this one always among them: while Redis is away the others are believed for the
 * rest of their leases and no longer. {@link #renew} and {@link #leave} fail with {@link StoreUnavailable}.
 */
public final class RedisNodes implements Nodes, AutoCloseable {

    public static final Duration LEASE = Duration.ofSeconds(6);
    public static final Duration RENEWAL = Duration.ofSeconds(2);

    /** Of one outage, in the log. */
    private static final int MOST_REASONS = 8;

    private static final Logger LOG = Logger.getLogger(RedisNodes.class);
    private static final Script LEASES = Script.named("lease");

    private final Lanes lanes;
    private final InstantSource clock;
    private final String self;
    private final AtomicReference<Leases> leases;
    private final ScheduledExecutorService timer;
    private volatile @Nullable ScheduledFuture<?> renewal;
    /** What has been told of the outage that lasts; empty: there is none. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /** @param self unguessable and new at every start */
    public RedisNodes(Lanes lanes, InstantSource clock, String self, ScheduledExecutorService timer) {
        this.lanes = lanes;
        this.clock = clock;
        this.self = self;
        this.leases = new AtomicReference<>(Leases.of(self, Map.of(), Instant.MIN));
        this.timer = timer;
    }

    /**
     * Takes the lease, and renews it from here on.
     *
     * @throws IllegalStateException the second time: of two that renew, only one would end
     */
    public synchronized void begin() {
        if (renewal != null) {
            throw new IllegalStateException("the lease of this node is being renewed: it has begun before");
        }
        renewal = timer.scheduleAtFixedRate(this::renewNow, 0, RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public String self() {
        return self;
    }

    @Override
    public Set<String> live() {
        var known = leases.get();
        var running = known.at(clock.instant());
        if (running != known) {
            // A renewal that came in between knows better, and stays.
            leases.compareAndSet(known, running);
        }
        return running.live();
    }

    /** Renews this node's lease, and learns of the others'. */
    public Uni<Set<String>> renew() {
        var asked = clock.instant();
        return ask(LEASE).map(answer -> {
            leases.set(Leases.of(self, ends(answer, asked), asked));
            if (closed) {
                giveUp();
            }
            return live();
        });
    }

    /** Gives up the lease, so that the others need not wait for its end. */
    public Uni<Void> leave() {
        end();
        return ask(Duration.ZERO).replaceWithVoid();
    }

    @Override
    public void close() {
        end();
        giveUp();
    }

    private void end() {
        closed = true;
        var renewing = renewal;
        if (renewing != null) {
            renewing.cancel(false);
        }
    }

    /** Once more after a renewal that was under way when we left: the last word counts. */
    private void giveUp() {
        ask(Duration.ZERO).subscribe().with(gone -> {}, failure -> LOG.debug("lease not given up: it runs out"));
    }

    private void renewNow() {
        renew().subscribe()
                .with(
                        live -> {
                            if (!told.isEmpty()) {
                                told.clear();
                                LOG.info("node lease renewed again");
                            }
                        },
                        failure -> tellOnce(String.valueOf(failure.getMessage())));
    }

    /** Each reason: a Redis that was away may come back with a certificate nobody believes. */
    private void tellOnce(String why) {
        if (told.size() < MOST_REASONS && told.add(why)) {
            LOG.warnf("node lease not renewed: %s", why);
        }
    }

    private Uni<@Nullable Response> ask(Duration lease) {
        return lanes.run(LEASES, List.of(Keys.NODES), self, lease.toMillis());
    }

    /** What is left of a lease is counted from when we asked: rather too short than too long. */
    private static Map<String, Instant> ends(@Nullable Response answer, Instant asked) {
        var ends = new HashMap<String, Instant>();
        if (answer != null) {
            for (int i = 0; i + 1 < answer.size(); i += 2) {
                long left = Long.parseLong(answer.get(i + 1).toString());
                ends.put(answer.get(i).toString(), asked.plusMillis(left));
            }
        }
        return ends;
    }
}
