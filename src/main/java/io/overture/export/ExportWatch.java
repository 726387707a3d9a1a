package io.overture.export;

import io.overture.journal.JournalLag;
import io.overture.journal.JournalTail;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** How far the exporter is behind, measured beside it, so that it is known while the exporter waits for a broker. */
final class ExportWatch {

    /** From here on what is not sent will soon be trimmed; said once, until it is well again. */
    static final double NEAR = 0.7;

    private static final double WELL = 0.5;

    private static final Logger LOG = Logger.getLogger(ExportWatch.class);

    private final JournalTail tail;
    private final Letters letters;
    private final Lease lease;
    private final ExportLoop loop;
    private final ExportMeters meters;
    private final InstantSource clock;
    private final int entriesPerShard;
    private boolean warned;

    ExportWatch(
            JournalTail tail,
            Letters letters,
            Lease lease,
            ExportLoop loop,
            ExportMeters meters,
            InstantSource clock,
            int entriesPerShard) {
        this.tail = tail;
        this.letters = letters;
        this.lease = lease;
        this.loop = loop;
        this.meters = meters;
        this.clock = clock;
        this.entriesPerShard = entriesPerShard;
    }

    Uni<Void> look() {
        if (lease.term().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.combine()
                .all()
                .unis(tail.lag(loop.at(), entriesPerShard), letters.count())
                .asTuple()
                .invoke(found -> learned(found.getItem1(), found.getItem2()))
                .replaceWithVoid();
    }

    private void learned(JournalLag lag, int dead) {
        meters.stands(lag, dead, clock.instant());
        if (lag.share() >= NEAR && !warned) {
            warned = true;
            LOG.warnf(
                    "event=export_near_loss unread=%d share=%.2f why=\"the journal will be trimmed before it is sent\"",
                    lag.entries(), lag.share());
        } else if (lag.share() < WELL) {
            warned = false;
        }
    }
}
