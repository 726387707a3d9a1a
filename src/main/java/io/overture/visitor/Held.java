package io.overture.visitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A moment that holds: since when, until when if nothing else happens (null: for good), and what became of it. */
public record Held(Instant since, @Nullable Instant until, Verdict verdict) {

    /** Whether it has gone on holding until {@code now}. */
    public boolean lasts(Instant now) {
        return until == null || now.isBefore(until);
    }
}
