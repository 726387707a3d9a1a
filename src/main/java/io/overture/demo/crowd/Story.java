package io.overture.demo.crowd;

import java.time.Duration;
import java.util.List;

/**
 * One visit from door to door, told before it happens.
 *
 * @param returns whether it is the visitor of the story before, come again
 * @param rest how long the street is empty after it
 */
record Story(boolean returns, Guise guise, Reply reply, List<Act> acts, Duration rest) {

    /** A deed, so long after the one before it. */
    record Act(Duration after, Deed deed) {}

    /** How she appears: language and time zone as a browser says them, and whether an article sent her. */
    record Guise(String language, String timeZone, String device, boolean fromThePress) {}

    /** What she makes of an invitation, having noticed it after a {@code glance}, and thought about it. */
    record Reply(Manner manner, Duration glance, Duration thought) {}

    /** Nobody accepts: a real visitor may be waiting for that advisor. */
    enum Manner {
        DECLINES,
        DISMISSES,
        LETS_IT_PASS
    }

    Story {
        acts = List.copyOf(acts);
    }

    Duration length() {
        return acts.stream().map(Act::after).reduce(Duration.ZERO, Duration::plus);
    }
}
