package io.overture.flow;

import io.overture.redis.Reason;
import java.time.Duration;

/** The input may or may not have been taken; it can be sent again after a while. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param message the word for why, of {@link Refusals} */
    public Unavailable(String message, Duration retryAfter) {
        super(message, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** What is stored is not understood, so that trying again may not help. */
    public boolean isUnreadable() {
        return Reason.UNREADABLE.word().equals(getMessage());
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
