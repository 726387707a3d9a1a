package io.overture.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From a browser's clock to ours: what it calls {@code sentAt} is {@code now}. */
record Shift(Instant now, long sentAt) {

    static final Duration OLDEST = Duration.ofHours(24);

    /** The future becomes now. */
    Instant ofAnyAge(long at) {
        long shifted = Math.max(0, at + (now.toEpochMilli() - sentAt));
        return shifted >= now.toEpochMilli() ? now : Instant.ofEpochMilli(shifted);
    }

    /** The future becomes now. Empty: older than a day, which is not believed. */
    Optional<Instant> of(long at) {
        long shifted = at + (now.toEpochMilli() - sentAt);
        if (shifted >= now.toEpochMilli()) {
            return Optional.of(now);
        }
        return shifted < now.minus(OLDEST).toEpochMilli()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(shifted));
    }
}
