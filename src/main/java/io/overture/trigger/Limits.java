package io.overture.trigger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How rarely the house speaks.
 *
 * @param perSession invitations shown in one session
 * @param cooldown per visitor, from an invitation shown
 * @param afterDecline per visitor, from one declined or dismissed
 * @param settle nothing is offered in a session's first moments
 * @param never nothing is offered while this holds
 */
public record Limits(
        int perSession,
        Duration cooldown,
        Duration afterDecline,
        Duration settle,
        @Nullable Condition never) {}
