package io.overture.visitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One batch of events from one page load, decoded, validated and on the server's clock.
 *
 * @param source the page load, 1–32 characters
 * @param seq its number within the source, from 1
 * @param session digest of the session's identifier
 * @param standing consent, client and context, where this batch states them
 * @param events older than 24 h already dropped
 */
public record Beacon(String source, long seq, String session, Standing standing, List<Event> events) {

    /** What a batch or a greeting says about her; null says nothing new. */
    public record Standing(
            Consent consent,
            @Nullable Client client,
            @Nullable Context context) {}
}
