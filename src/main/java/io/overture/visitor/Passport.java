package io.overture.visitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the visitor's home region says of them, at their own wish. It is kept for one session, and nothing in it names a
 * person.
 *
 * @param from the region that signed it
 * @param pseudonym the visitor's name between the two regions and nowhere else; null once they are not to be recognised
 * @param tier what the visitor is to the house at home; null: unknown there
 * @param language BCP 47
 * @param advisor their own advisor at home
 * @param since when it was honoured here
 */
public record Passport(
        String from,
        @Nullable String pseudonym,
        @Nullable String tier,
        @Nullable String language,
        @Nullable OwnAdvisor advisor,
        InForce inForce,
        Instant since) {

    /** An advisor of another region: a name to read, and the desk they work at. */
    public record OwnAdvisor(String name, String desk) {}

    /**
     * Limits and refusals that hold elsewhere.
     *
     * @param silentUntil nothing is offered before it
     * @param invitedAt when an invitation was shown last
     * @param declinedAt when one was declined last
     * @param dismissedAt when one was put away last
     * @param invitations shown in the session there
     * @param heldOut whether the visitor is one of those who are never offered anything
     */
    public record InForce(
            @Nullable Instant silentUntil,
            @Nullable Instant invitedAt,
            @Nullable Instant declinedAt,
            @Nullable Instant dismissedAt,
            int invitations,
            boolean heldOut) {

        public static final InForce NONE = new InForce(null, null, null, null, 0, false);

        /** What is the stricter of both, one by one. */
        public InForce and(InForce other) {
            return new InForce(
                    Keep.laterOf(silentUntil, other.silentUntil),
                    Keep.laterOf(invitedAt, other.invitedAt),
                    Keep.laterOf(declinedAt, other.declinedAt),
                    Keep.laterOf(dismissedAt, other.dismissedAt),
                    Math.max(invitations, other.invitations),
                    heldOut || other.heldOut);
        }
    }

    public Passport {
        language = Language.mended(language);
    }

    /** Of what was honoured before the limits stay; the same passport again changes nothing. */
    Passport after(@Nullable Passport former) {
        if (former == null) {
            return this;
        }
        boolean isSame = former.from.equals(from) && pseudonym != null && pseudonym.equals(former.pseudonym);
        return new Passport(
                from, pseudonym, tier, language, advisor, inForce.and(former.inForce), isSame ? former.since : since);
    }

    /** Without anything by which the visitor could be recognised; what was declined stays declined. */
    Passport impersonal() {
        return pseudonym == null ? this : new Passport(from, null, null, null, null, inForce, since);
    }
}
