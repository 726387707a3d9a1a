package io.overture.desk;

import io.overture.roster.Advisor;
import io.overture.roster.Roster;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Has strangers ring who waited for a budget that time alone has freed. Every node tries once a second, and one of them does it.
 * What comes free by what happens rings at once, in the script that learns of it.
 */
final class Turns {

    static final Duration TICK = Duration.ofSeconds(1);
    /** A little less, so that a node whose clock runs slow does not wait for the next one. */
    private static final Duration PAUSE = Duration.ofMillis(900);

    private static final Logger LOG = Logger.getLogger(Turns.class);

    private final CallScript script;
    private final Roster roster;
    private final Presence presence;
    private final Rings rings;

    Turns(CallScript script, Roster roster, Presence presence, Rings rings) {
        this.script = script;
        this.roster = roster;
        this.presence = presence;
        this.rings = rings;
    }

    /** Nobody rings where nobody is there to answer. */
    void tick() {
        var there = there();
        if (!there.isEmpty()) {
            turn(there, PAUSE)
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debugf("nobody rings in turn: %s", failure.getMessage()));
        }
    }

    /** @param pause since any node last did; shorter: nothing happens */
    Uni<Void> turn(Duration pause) {
        return turn(there(), pause);
    }

    private Uni<Void> turn(List<String> there, Duration pause) {
        return script.turn(there, pause).chain(outcome -> rings.next(outcome.rung()));
    }

    private List<String> there() {
        var staff = presence.lastKnown();
        return roster.inForce().all().stream()
                .flatMap(desk -> desk.advisors().stream())
                .filter(staff::isThere)
                .map(Advisor::id)
                .distinct()
                .toList();
    }
}
