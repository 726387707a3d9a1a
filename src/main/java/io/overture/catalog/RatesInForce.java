package io.overture.catalog;

import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The exchange rates as this node knows them: what was put here, or at another node when this one looked last. On each day
 * the last fixing on or before it counts, so that an older one that arrives late changes nothing, and neither does one of
 * a day to come.
 */
final class RatesInForce {

    private static final Logger LOG = Logger.getLogger(RatesInForce.class);

    private final RatesStore store;
    private final InstantSource clock;
    private volatile RatesStore.Stored known = new RatesStore.Stored(0, Rates.NONE);
    private volatile @Nullable Fixing today;
    private volatile @Nullable LocalDate warned;

    RatesInForce(RatesStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Today's. The same one for as long as nothing changes; null as long as there is none. */
    @Nullable
    Fixing today() {
        return today;
    }

    Optional<Fixing> on(LocalDate day) {
        return known.rates().on(day);
    }

    LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** In Redis first, then here, and at every other node when it looks next. Of many days the newest are kept. */
    Uni<Void> put(List<Fixing> fixings) {
        var kept = fixings.stream()
                .sorted(Comparator.comparing(Fixing::at).reversed())
                .limit(RatesStore.DAYS_KEPT)
                .toList();
        return store.put(kept).chain(this::look);
    }

    /** Takes over what another node was given, and what a new day changes. */
    Uni<Void> look() {
        return store.otherThan(known.version())
                .invoke(found -> {
                    found.ifPresent(stored -> known = stored);
                    turn();
                })
                .replaceWithVoid();
    }

    private void turn() {
        var day = day();
        var fixing = known.rates().on(day).orElse(null);
        if (fixing == null) {
            today = null;
            return;
        }
        if (!fixing.equals(today)) {
            today = fixing;
            LOG.infof(
                    "rates in force: at=%s base=%s currencies=%d",
                    fixing.at(), fixing.base(), fixing.rates().size());
        }
        if (fixing.isStale(day) && !fixing.at().equals(warned)) {
            warned = fixing.at();
            LOG.warnf(
                    "rates are stale: the last fixing is of %s; amounts are compared by it until a newer one is put",
                    fixing.at());
        }
    }
}
