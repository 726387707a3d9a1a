package io.overture.ops.scaling;

import java.util.Locale;
import java.util.Optional;

/**
 * What a node carries, or several together.
 *
 * @param inFlight inputs whose commit is under way
 * @param eventLoopDelayMillis the longest that something waited for an event loop lately; of several nodes the worst
 * @param draining whether the node is about to go
 */
public record Load(
        long sockets, double beaconsPerSecond, long inFlight, double eventLoopDelayMillis, boolean draining) {

    static final Load NONE = new Load(0, 0, 0, 0, false);

    private static final String LEAVING = "draining";
    private static final String STAYING = "serving";
    private static final int WORDS = 5;

    Load plus(Load other) {
        return new Load(
                sockets + other.sockets,
                beaconsPerSecond + other.beaconsPerSecond,
                inFlight + other.inFlight,
                Math.max(eventLoopDelayMillis, other.eventLoopDelayMillis),
                draining || other.draining);
    }

    /** As nodes tell each other: words with a space between. */
    String text() {
        return String.format(
                Locale.ROOT,
                "%d %.3f %d %.3f %s",
                sockets,
                beaconsPerSecond,
                inFlight,
                eventLoopDelayMillis,
                draining ? LEAVING : STAYING);
    }

    /** Empty when it is not to be understood. Further words are a newer release's. */
    static Optional<Load> of(String text) {
        var words = text.split(" ");
        if (words.length < WORDS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Load(
                    Long.parseLong(words[0]),
                    Double.parseDouble(words[1]),
                    Long.parseLong(words[2]),
                    Double.parseDouble(words[3]),
                    words[4].equals(LEAVING)));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }
}
