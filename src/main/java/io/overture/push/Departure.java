package io.overture.push;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * How far a node is on its way out.
 *
 * <pre>
 *   serving ──asked to leave──▶ leaving ──it goes, and nearly all of the grace is over──▶ closing
 *      ▲                           │
 *      └──────taken back───────────┘ unless it goes
 * </pre>
 */
@ApplicationScoped
public class Departure {

    /** What the doors do. */
    public enum Stage {
        SERVING,
        /** Whoever comes is served, and told to come by another connection next time. */
        LEAVING,
        /** What comes now may not be finished: it is refused, to be sent again elsewhere. */
        CLOSING
    }

    private volatile Stage stage = Stage.SERVING;

    public Stage stage() {
        return stage;
    }

    void reach(Stage next) {
        stage = next;
    }
}
