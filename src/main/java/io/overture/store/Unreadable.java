package io.overture.store;

import io.overture.redis.Reason;
import io.overture.redis.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/** A stored value cannot be read: why, and where, as far as the log may know. Asking again does not help. */
final class Unreadable extends StoreUnavailable {

    private static final long serialVersionUID = 1L;

    private final String word;
    private final long at;

    /**
     * @param word {@code too_short}, {@code unknown_format} or {@code broken}
     * @param at the byte of the value at which reading ended
     * @param message without a word of the value
     */
    Unreadable(String word, long at, String message, @Nullable Exception cause) {
        super(Reason.UNREADABLE, message, cause);
        this.word = word;
        this.at = at;
    }

    String word() {
        return word;
    }

    long at() {
        return at;
    }
}
