package io.overture.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * What Redis says of its own safety, on a cluster the worst of its masters: whether it saves, how far its replicas are
 * behind, and how far its clock is from ours.
 */
public final class Standing implements AutoCloseable {

    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Standing.class);
    private static final Pattern FAILED =
            Pattern.compile("(?m)^(?:aof_last_write_status|aof_last_bgrewrite_status|rdb_last_bgsave_status):(?!ok)");
    private static final Pattern LAG = Pattern.compile("(?m)^slave\\d+:.*lag=(\\d{1,9})");
    private static final Pattern REPLICAS = Pattern.compile("(?m)^connected_slaves:(\\d{1,9})");

    private final Lanes lanes;
    private final LongSupplier millis;
    private final ScheduledFuture<?> looks;
    private volatile boolean saves = true;
    private volatile long lag;
    private volatile long replicas;
    private volatile double skew;

    /** @param millis our clock, since the epoch */
    public Standing(Lanes lanes, LongSupplier millis, ScheduledExecutorService timer) {
        this.lanes = lanes;
        this.millis = millis;
        this.looks = timer.scheduleAtFixedRate(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** False once writing its file, or saving anew, has failed. */
    public boolean saves() {
        return saves;
    }

    /** Seconds since the slowest replica was last heard of; 0 without any. */
    public long lag() {
        return lag;
    }

    /** Of the master that has fewest. */
    public long replicas() {
        return replicas;
    }

    /** Seconds between its clock and ours, half of the round trip allowed for; never negative. */
    public double skew() {
        return skew;
    }

    @Override
    public void close() {
        looks.cancel(false);
    }

    void look() {
        ask("persistence", this::sawPersistence);
        ask("replication", this::sawReplication);
        askTheTime();
    }

    private void sawPersistence(List<Response> masters) {
        saves = masters.stream().map(Response::toString).allMatch(Standing::saves);
    }

    private void sawReplication(List<Response> masters) {
        lag = masters.stream()
                .map(Response::toString)
                .mapToLong(Standing::lag)
                .max()
                .orElse(0);
        replicas = masters.stream()
                .flatMap(master -> REPLICAS.matcher(master.toString()).results())
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .min()
                .orElse(0);
    }

    static boolean saves(String persistence) {
        return !FAILED.matcher(persistence).find();
    }

    static long lag(String replication) {
        return LAG.matcher(replication)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }

    private void askTheTime() {
        long sent = millis.getAsLong();
        lanes.sendToEach(Request.cmd(Command.TIME))
                .subscribe()
                .with(
                        clocks -> {
                            double ours = (sent + millis.getAsLong()) / 2.0;
                            skew = clocks.stream()
                                    .mapToDouble(clock -> Math.abs(theirs(clock) - ours) / 1000)
                                    .max()
                                    .orElse(0);
                        },
                        failure -> LOG.debugf("redis time not known: %s", failure.getMessage()));
    }

    private static double theirs(Response clock) {
        return Long.parseLong(clock.get(0).toString()) * 1000.0
                + Long.parseLong(clock.get(1).toString()) / 1000.0;
    }

    private void ask(String section, Consumer<List<Response>> saw) {
        lanes.sendToEach(Request.cmd(Command.INFO).arg(section))
                .subscribe()
                .with(saw, failure -> LOG.debugf("redis %s not known: %s", section, failure.getMessage()));
    }
}
