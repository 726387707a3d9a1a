package io.overture.desk;

import java.util.Locale;

/**
 * How an advisor stands.
 *
 * @param reachable a console of hers is open, or was a moment ago
 * @param taken slots held with her and conversations she attends
 */
public record Standing(State state, boolean reachable, int taken) {

    public static final Standing GONE = new Standing(State.AWAY, false, 0);

    /** What she says of herself; it is the person's, not a window's. */
    public enum State {
        AVAILABLE,
        BUSY,
        AWAY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** She may be asked to take somebody. */
    public boolean isThere() {
        return reachable && state == State.AVAILABLE;
    }
}
