package io.overture.ops.scaling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a node is asked to do. Being asked nothing changes nothing: only its opposite takes a mark back. */
enum Mark {
    DRAIN,
    SERVE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mark> of(String word) {
        return Arrays.stream(values()).filter(mark -> mark.word().equals(word)).findFirst();
    }
}
