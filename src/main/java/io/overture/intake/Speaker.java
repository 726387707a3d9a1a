package io.overture.intake;

import io.overture.visitor.Consent;
import io.overture.visitor.Context;
import io.overture.wire.Fields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, as a beacon or a {@code hello} says.
 *
 * @param visitor a bearer secret, as is {@code session}
 * @param client a token nobody has verified yet
 * @param context null says nothing new
 */
record Speaker(
        String site,
        String visitor,
        String session,
        Consent consent,
        @Nullable String client,
        @Nullable Context context) {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{22,64}");
    private static final String SECRET_RULE = "must be 22 to 64 characters of A-Z a-z 0-9 _ -";
    private static final String GRANTED = "granted";
    private static final int LONGEST_SITE = 64;

    static Speaker read(Fields fields) {
        return new Speaker(
                fields.requiredText("site", 1, LONGEST_SITE),
                fields.requiredId("visitor", SECRET, SECRET_RULE),
                fields.requiredId("session", SECRET, SECRET_RULE),
                consent(fields.object("consent")),
                fields.text("client"),
                Contexts.read(fields.object("context")));
    }

    /** The same, not to be recognised as a person. */
    Speaker impersonal() {
        return new Speaker(site, visitor, session, new Consent(consent.analyticsStorage(), false), client, context);
    }

    private static Consent consent(@Nullable Fields said) {
        return said == null
                ? new Consent(false, false)
                : new Consent(
                        GRANTED.equals(said.text("analytics_storage")),
                        GRANTED.equals(said.text("personalization_storage")));
    }

    /** Says nothing that must not be in a log. */
    @Override
    public String toString() {
        return "Speaker[site=" + site + "]";
    }
}
