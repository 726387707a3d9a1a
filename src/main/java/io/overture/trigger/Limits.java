package io.overture.trigger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How rarely the house speaks.
 *
 * @param perSession invitations shown in one session; a conversation counts as one
 * @param cooldown per visitor, from an invitation shown or a conversation's end
 * @param afterDecline per visitor, from one declined
 * @param afterDismiss per visitor, from one put away
 * @param settle nothing is offered in a session's first moments
 * @param never nothing is offered while this holds
 */
public record Limits(
        int perSession,
        Duration cooldown,
        Duration afterDecline,
        Duration afterDismiss,
        Duration settle,
        @Nullable Condition never) {}
