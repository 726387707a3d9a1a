package io.overture.advisor;

import java.util.Locale;
import java.util.Map;

/**
 * Where an advisor stands.
 *
 * @param state what she chose herself
 * @param reachable whether a console of hers is open
 * @param free conversations she can still take on
 */
record Standing(State state, boolean reachable, int free) {

    /** What an advisor says of herself, on whichever console. */
    enum State {
        AVAILABLE,
        BUSY,
        AWAY
    }

    static final Standing AWAY = new Standing(State.AWAY, false, 0);

    static Standing of(Map<String, Standing> all, String advisor) {
        return all.getOrDefault(advisor, AWAY);
    }

    /** As her own consoles are told. */
    String chosen() {
        return word(state);
    }

    /** As her colleagues are told: out of reach is away. */
    String word() {
        return word(reachable ? state : State.AWAY);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
