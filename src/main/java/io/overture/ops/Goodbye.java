package io.overture.ops;

import io.overture.flow.Flow;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import sun.misc.Signal;

/**
 * The end of a node that was asked to leave. What is under way is finished before Redis is let go of; and the process ends
 * with 0, where the platform would say 143, so that one that left in order can be told from one that was cut off.
 */
@ApplicationScoped
class Goodbye {

    private static final Logger LOG = Logger.getLogger(Goodbye.class);
    private static final int FIRST = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(5);

    void listen(@Observes StartupEvent started) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Signal.handle(new Signal("TERM"), signal -> Quarkus.asyncExit(0));
        }
    }

    void finish(@Observes @Priority(FIRST) ShutdownEvent stopping, Flow flow) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (flow.underWay() > 0 && System.nanoTime() < until) {
            Thread.sleep(LOOK);
        }
        LOG.infof("event=left unfinished=%d", flow.underWay());
    }
}
