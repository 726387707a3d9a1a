package io.overture.export;

import io.overture.export.Exporter.Superseded;
import io.overture.journal.JournalCursor;
import io.overture.journal.JournalTail;
import java.time.Duration;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Exports while this node has the lease, and waits where nothing is to be done or something is away. */
final class ExportLoop implements Runnable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(ExportLoop.class);

    private final Lease lease;
    private final Exporter exporter;
    private final Broker broker;
    private final ExportMeters meters;
    private @Nullable Term term;
    private volatile JournalCursor at = JournalCursor.START;
    private Duration pause = PAUSE;
    private boolean failing;
    private volatile boolean stopping;

    ExportLoop(Lease lease, Exporter exporter, Broker broker, ExportMeters meters) {
        this.lease = lease;
        this.exporter = exporter;
        this.broker = broker;
        this.meters = meters;
    }

    /** How far everything has been sent, as this node knows. */
    JournalCursor at() {
        return at;
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                if (!turn() && !stopping) {
                    Thread.sleep(pause);
                }
            } catch (InterruptedException leaving) {
                break;
            }
        }
        broker.close();
    }

    /** Whether there is more to do at once. */
    private boolean turn() {
        var now = lease.term();
        meters.isActive(now.isPresent());
        if (now.isEmpty()) {
            letGo();
            return false;
        }
        try {
            begin(now.get());
            boolean more = round(now.get());
            succeeded();
            return more;
        } catch (Superseded other) {
            LOG.info("event=export_superseded");
            letGo();
        } catch (BrokerAway | RuntimeException failure) {
            failed(failure);
        }
        return false;
    }

    private void begin(Term now) {
        if (!now.equals(term)) {
            broker.close();
            at = now.cursor().isEmpty() ? JournalCursor.START : JournalCursor.parse(now.cursor());
            term = now;
        }
    }

    private boolean round(Term now) throws BrokerAway, Superseded {
        exporter.sendAgain(now);
        boolean more = false;
        for (int part = 0; part < JournalTail.PARTS && !stopping; part++) {
            if (!Objects.equals(lease.term().orElse(null), now)) {
                throw new Superseded();
            }
            var reached = exporter.part(now, at, part);
            at = reached.next();
            more |= reached.more();
        }
        return more;
    }

    private void letGo() {
        term = null;
        broker.close();
    }

    private void succeeded() {
        pause = PAUSE;
        if (failing) {
            failing = false;
            LOG.info("event=export_recovered");
        }
    }

    private void failed(Exception failure) {
        if (stopping) {
            return;
        }
        meters.failed();
        if (!failing) {
            failing = true;
            LOG.warnf("event=export_failed why=\"%s\"", failure.getMessage());
        }
        LOG.debug("export failed", failure);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
}
