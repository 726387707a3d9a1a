package io.overture.visitor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session's instants, on the server's clock.
 *
 * @param opened when we first heard of it
 * @param first its earliest event
 * @param last its latest event
 * @param active its latest event other than time passed without input
 * @param heard when an activity last reached us: the session ends {@link #SILENCE} later
 */
public record Activity(
        Instant opened,
        @Nullable Instant first,
        @Nullable Instant last,
        @Nullable Instant active,
        Instant heard) {

    public static final Duration SILENCE = Duration.ofMinutes(30);

    static Activity opened(Instant now) {
        return new Activity(now, null, null, null, now);
    }

    Activity plus(Event event, Instant now) {
        var at = event.at();
        return new Activity(
                opened,
                first == null || at.isBefore(first) ? at : first,
                Keep.laterOf(last, at),
                event.isActivity() ? Keep.laterOf(active, at) : active,
                event.isActivity() ? Keep.later(heard, now) : heard);
    }

    Activity heard(Instant now) {
        return new Activity(opened, first, last, active, Keep.later(heard, now));
    }

    /** Its first event, or else when we first heard of it. */
    public Instant began() {
        return first == null ? opened : first;
    }

    public Instant endsAt() {
        return heard.plus(SILENCE);
    }
}
