package io.overture.trigger;

import java.time.Duration;

/**
 * How the house attends to those who accept or ask.
 *
 * @param hasDesks whether there are advisors at all; if not, who asks waits, and nobody is told who is in the boutique
 * @param ring after so long without an answer the next advisors are called
 * @param rounds after so many calls nobody will come
 * @param firstWord an advisor who says nothing for so long is relieved by another
 * @param silence after so long without a word a conversation is over
 * @param asked the share of conversations after which she is asked how it was, 0 to 1
 */
public record Service(boolean hasDesks, Duration ring, int rounds, Duration firstWord, Duration silence, double asked) {

    public static final Service WITHOUT_DESKS =
            new Service(false, Duration.ofSeconds(12), 4, Duration.ofMinutes(1), Duration.ofMinutes(30), 0);
}
