package io.overture.push;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends everybody elsewhere before this node goes: each page is told to come back at a moment of its own within the first
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

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        begin(ThreadLocalRandom.current());
    }

    void begin(RandomGenerator random) {
        departure.reach(Departure.Stage.LEAVING);
        sockets.leave();
        var open = sockets.all();
        LOG.infof("leaving: %d sockets are sent elsewhere", open.size());
        long asked = part(ASKED);
        for (var socket : open) {
            socket.send(Frames.goAway(Duration.ofMillis(random.nextLong(asked + 1))));
        }
        for (int batch = 0; batch < BATCHES; batch++) {
            long at = asked + (part(CLOSED) - asked) * batch / BATCHES;
            int left = BATCHES - batch;
            vertx.setTimer(Math.max(1, at), timer -> close(left));
        }
        vertx.setTimer(Math.max(1, part(CLOSED)), timer -> departure.reach(Departure.Stage.CLOSING));
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
