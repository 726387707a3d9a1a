package io.overture.passport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a home region is to be told.
 *
 * @param id of its entry in the queue
 * @param region the home
 * @param tries so far, this one included
 * @param change which state of the entry this is
 */
record Return(
        String id,
        String region,
        String pseudonym,
        @Nullable Instant invitedAt,
        @Nullable Instant declinedAt,
        int tries,
        String change) {}
