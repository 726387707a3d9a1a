package io.overture.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * How much of its memory Redis uses, on a cluster the fullest of its masters. Above four fifths the room there is belongs
 * to those who are known: a stranger whom nothing is kept of yet is asked to come again later.
 */
public final class Room implements AutoCloseable {

    /** From here on it is time to act; what is left takes a busy house some hours. */
    public static final double TIGHT = 0.8;

    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(Room.class);
    private static final Pattern USED = Pattern.compile("(?m)^used_memory:(\\d{1,18})");
    private static final Pattern MOST = Pattern.compile("(?m)^maxmemory:(\\d{1,18})");

    private final Lanes lanes;
    private final ScheduledFuture<?> looks;
    private volatile double used;

    public Room(Lanes lanes, ScheduledExecutorService timer) {
        this.lanes = lanes;
        this.looks = timer.scheduleAtFixedRate(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From 0 to 1, as last seen; 0 where Redis has no bound or has not said. */
    public double used() {
        return used;
    }

    public boolean isTight() {
        return used >= TIGHT;
    }

    @Override
    public void close() {
        looks.cancel(false);
    }

    void look() {
        lanes.sendToEach(Request.cmd(Command.INFO).arg("memory"))
                .subscribe()
                .with(this::saw, failure -> LOG.debugf("redis memory not known: %s", failure.getMessage()));
    }

    private void saw(List<Response> masters) {
        boolean wasTight = isTight();
        used = masters.stream()
                .mapToDouble(master -> share(master.toString()))
                .max()
                .orElse(0);
        if (isTight() != wasTight) {
            LOG.warnf("event=store_room tight=%s used_percent=%d", isTight(), Math.round(used * 100));
        }
    }

    static double share(String memory) {
        long most = number(MOST, memory);
        return most == 0 ? 0 : (double) number(USED, memory) / most;
    }

    private static long number(Pattern pattern, String memory) {
        var found = pattern.matcher(memory);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }
}
