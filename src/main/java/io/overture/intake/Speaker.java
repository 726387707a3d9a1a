package io.overture.intake;

import io.overture.visitor.Consent;
import io.overture.visitor.Context;
import io.overture.wire.Fields;
import io.overture.wire.IdentifierShape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, as a beacon or a {@code hello} says.
 *
 * @param visitor a bearer secret, as is {@code session}
 * @param saidAt when the visitor said so of consent, on our clock; null: not told
 * @param client a token nobody has verified yet
 * @param context null says nothing new
 * @param signedOut being known ends, where there is no client
 */
record Speaker(
        String site,
        String visitor,
        String session,
        Consent consent,
        @Nullable Instant saidAt,
        @Nullable String client,
        @Nullable Context context,
        boolean signedOut) {

    private static final IdentifierShape SECRET = IdentifierShape.id(22, 64);
    private static final String GRANTED = "granted";
    private static final int LONGEST_SITE = 64;

    static Speaker read(Fields fields, Instant now) {
        var consent = fields.object("consent");
        return new Speaker(
                fields.requiredText("site", 1, LONGEST_SITE),
                fields.requiredId("visitor", SECRET),
                fields.requiredId("session", SECRET),
                consent(consent),
                consent == null ? null : saidAt(consent, fields, now),
                fields.text("client"),
                Contexts.read(fields.object("context")),
                Boolean.TRUE.equals(fields.flag("signedOut")));
    }

    /** As instants of events are, by {@code sentAt}; without it as it is. Consent may have been given long ago. */
    private static @Nullable Instant saidAt(Fields consent, Fields fields, Instant now) {
        var at = consent.integer("at", 0, Fields.MOST_INTEGER);
        if (at == null) {
            return null;
        }
        var sentAt = fields.integer("sentAt", 0, Fields.MOST_INTEGER);
        return new Shift(now, sentAt == null ? now.toEpochMilli() : sentAt).ofAnyAge(at);
    }

    /** The same, not to be recognised as a person. */
    Speaker impersonal() {
        return new Speaker(
                site,
                visitor,
                session,
                new Consent(consent.analyticsStorage(), false),
                saidAt,
                client,
                context,
                signedOut);
    }

    /** The same, with consent said now where it is not told when. */
    Speaker sayingSo(Instant now) {
        return saidAt != null ? this : new Speaker(site, visitor, session, consent, now, client, context, signedOut);
    }

    private static Consent consent(@Nullable Fields said) {
        return said == null
                ? new Consent(false, false)
                : new Consent(said.says("analytics_storage", GRANTED), said.says("personalization_storage", GRANTED));
    }

    /** Says nothing that must not be in a log. */
    @Override
    public String toString() {
        return "Speaker[site=" + site + "]";
    }
}
