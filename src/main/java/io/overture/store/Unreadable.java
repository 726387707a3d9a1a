package io.overture.store;

import org.jspecify.annotations.Nullable;

/** Why a stored value cannot be read, and where, as far as the log may know. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String word;
    private final long at;

    /**
     * @param word {@code too_short}, {@code unknown_format} or {@code broken}
     * @param at the byte of the value at which reading ended
     */
    Unreadable(String word, long at, @Nullable Exception cause) {
        super(word, cause, false, false);
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
