package io.overture.push;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends everybody elsewhere before this node goes, or because an operator wants it empty: each page is told to come back at a moment of its own within the first
 * part of the grace time, so that the others are not stormed; who is still here afterwards is closed, batch by batch. The
 * rest of the grace is for what is under way.
 */
@ApplicationScoped
public class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final int BATCHES = 10;
    private static final double ASKED = 0.6;
    private static final double CLOSED = 0.9;

    private final Sockets sockets;
    private final Departure departure;
    private final Vertx vertx;
    private final Duration grace;
    private final List<Long> timers = new ArrayList<>();
    private boolean isGoing;

    @Inject
    public Drain(
            Sockets sockets,
            Departure departure,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> grace) {
        this(sockets, departure, vertx, grace.orElse(Duration.ZERO));
    }

    Drain(Sockets sockets, Departure departure, Vertx vertx, Duration grace) {
        this.sockets = sockets;
        this.departure = departure;
        this.vertx = vertx;
        this.grace = grace;
    }

    /** The node goes. */
    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        begin(ThreadLocalRandom.current());
    }

    synchronized void begin(RandomGenerator random) {
        isGoing = true;
        sendElsewhere(random);
        after(CLOSED, () -> departure.reach(Departure.Stage.CLOSING));
    }

    /** The node stays, with nobody at it, and answers what still comes; {@link #undo} takes it back. */
    public synchronized void begin() {
        if (departure.stage() == Departure.Stage.SERVING) {
            sendElsewhere(ThreadLocalRandom.current());
        }
    }

    /** Everybody is welcome again; nothing once the node goes. */
    public synchronized void undo() {
        if (!isGoing && departure.stage() == Departure.Stage.LEAVING) {
            timers.forEach(vertx::cancelTimer);
            timers.clear();
            sockets.stay();
            departure.reach(Departure.Stage.SERVING);
            LOG.info("event=drain_undone");
        }
    }

    private void sendElsewhere(RandomGenerator random) {
        departure.reach(Departure.Stage.LEAVING);
        sockets.leave();
        var open = sockets.all();
        LOG.infof("leaving: %d sockets are sent elsewhere", open.size());
        long asked = part(ASKED);
        for (var socket : open) {
            socket.send(Frames.goAway(Duration.ofMillis(random.nextLong(asked + 1))));
        }
        for (int batch = 0; batch < BATCHES; batch++) {
            int left = BATCHES - batch;
            after(ASKED + (CLOSED - ASKED) * batch / BATCHES, () -> close(left));
        }
    }

    private void after(double share, Runnable then) {
        timers.add(vertx.setTimer(Math.max(1, part(share)), timer -> then.run()));
    }

    /** An equal part of those who are still here, so that after as many batches nobody is. */
    private void close(int batches) {
        var here = sockets.all().stream().filter(Socket::isOpen).toList();
        here.subList(0, Math.ceilDiv(here.size(), batches)).forEach(socket -> socket.close(CloseCode.RESTARTING));
    }

    private long part(double share) {
        return (long) (grace.toMillis() * share);
    }
}
