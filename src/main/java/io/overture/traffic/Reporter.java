package io.overture.traffic;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells of each site what this node counted. What could not be told is told the next time, under the same number. */
final class Reporter {

    private static final Logger LOG = Logger.getLogger(Reporter.class);

    private record Page(long number, Instant at, Counts counts) {}

    /** How one site stands: what is on its way, and what was said of its sockets. */
    private static final class Desk {
        private final AtomicBoolean telling = new AtomicBoolean();
        private long number;
        private int sockets;
        private @Nullable Page untold;
    }

    private final Traffic traffic;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Map<String, Desk> desks = new ConcurrentHashMap<>();

    Reporter(Traffic traffic, Ledger ledger, InstantSource clock) {
        this.traffic = traffic;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Of every site of which there is anything to say. Never fails. */
    Uni<Void> tell() {
        return Multi.createFrom()
                .iterable(traffic.bySite().keySet())
                .onItem()
                .transformToUniAndMerge(this::tell)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Of one site. Never fails, and waits for nothing that is already on its way. */
    Uni<Void> tell(String site) {
        var counter = traffic.bySite().get(site);
        var desk = desks.computeIfAbsent(site, fresh -> new Desk());
        if (counter == null || !desk.telling.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        int open = counter.open();
        var untold = desk.untold;
        var page = untold == null ? new Page(++desk.number, clock.instant(), counter.take()) : untold;
        if (page.counts().isEmpty() && open == 0 && desk.sockets == 0) {
            desk.telling.set(false);
            return Uni.createFrom().voidItem();
        }
        desk.untold = page;
        return ledger.tell(site, page.number(), page.at(), open, page.counts())
                .invoke(() -> {
                    desk.untold = null;
                    desk.sockets = open;
                })
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.debugf("figures of a site not told: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                })
                .onTermination()
                .invoke(() -> desk.telling.set(false));
    }
}
