package io.overture.ops.scaling;

import java.time.Instant;
import java.util.Optional;

/**
 * What a node is, beside what it carries.
 *
 * @param version of the release
 * @param runs {@code jvm} or {@code native}
 * @param clockOffMillis between its clock and Redis' own
 */
public record About(Instant started, String version, String runs, long clockOffMillis) {

    private static final int BEFORE = 5;
    private static final int WORDS = BEFORE + 4;

    /** As nodes tell each other, after what they carry: words with a space between. */
    String text() {
        return "%d %s %s %d".formatted(started.toEpochMilli(), version, runs, clockOffMillis);
    }

    /** Of all that a node said; empty when an older release said it. Further words are a newer release's. */
    static Optional<About> of(String text) {
        var words = text.split(" ");
        if (words.length < WORDS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new About(
                    Instant.ofEpochMilli(Long.parseLong(words[BEFORE])),
                    words[BEFORE + 1],
                    words[BEFORE + 2],
                    Long.parseLong(words[BEFORE + 3])));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }
}
