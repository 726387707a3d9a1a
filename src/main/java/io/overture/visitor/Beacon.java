package io.overture.visitor;

import java.time.Instant;
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

    /**
     * What a batch or a greeting says about the visitor.
     *
     * @param saidAt when the visitor said so of consent, on the server's clock; null: with its arrival
     * @param client null says nothing new
     * @param context null says nothing new
     * @param signedOut whether being known ends, where no client is named
     */
    public record Standing(
            Consent consent,
            @Nullable Instant saidAt,
            @Nullable Client client,
            @Nullable Context context,
            boolean signedOut) {

        /** Consent said with its arrival, and nobody signed out. */
        public Standing(Consent consent, @Nullable Client client, @Nullable Context context) {
            this(consent, null, client, context, false);
        }

        /** The same under a newer word on consent. */
        public Standing under(Consent newer) {
            return new Standing(newer, saidAt, client, context, signedOut);
        }

        /** The same, saying nothing of who the client is. */
        public Standing aboutNobody() {
            return new Standing(consent, saidAt, null, context, false);
        }
    }

    /** The same under a newer word on consent. */
    public Beacon under(Consent newer) {
        return new Beacon(source, seq, session, standing.under(newer), events);
    }
}
