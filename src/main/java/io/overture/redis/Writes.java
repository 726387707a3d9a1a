package io.overture.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether Redis takes what is written to it, by its own word, told once whenever that changes. Reads may go well all the
 * while, so that only silence tells that it takes writes again: a node writes its figures every two seconds at least.
 */
final class Writes {

    static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Writes.class);

    private record Refused(Reason reason, long at) {}

    private final LongSupplier nanos;
    private volatile @Nullable Refused last;

    /** @param nanos as {@link System#nanoTime} */
    Writes(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param words Redis' own */
    synchronized void refused(Reason reason, String words) {
        var before = last;
        last = new Refused(reason, nanos.getAsLong());
        if (before == null || before.reason() != reason) {
            LOG.warnf("event=store_refuses_writes why=%s says=\"%s\"", reason.word(), words);
        }
    }

    /** To be called now and then. */
    void look() {
        if (last != null) {
            forget();
        }
    }

    private synchronized void forget() {
        var before = last;
        if (before != null && nanos.getAsLong() - before.at() > SILENCE.toNanos()) {
            last = null;
            LOG.warnf("event=store_takes_writes after=%s", before.reason().word());
        }
    }

    /** Empty: as far as anybody knows it takes them. */
    Optional<Reason> refusal() {
        return Optional.ofNullable(last).map(Refused::reason);
    }
}
