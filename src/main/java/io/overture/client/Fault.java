package io.overture.client;

import java.util.Locale;

/** What is wrong with a client token; every cause is a label of {@code overture_client_tokens_total}. */
enum Fault {
    /** No compact JWS, too long, or its payload is no JSON object. */
    MALFORMED,
    /** Signed with another algorithm than the site's, or not at all. */
    ALGORITHM,
    /** The site's key set does not have its key, or has not been fetched yet. */
    UNKNOWN_KEY,
    SIGNATURE,
    /** Made for another site, or for none. */
    AUDIENCE,
    NO_EXPIRY,
    EXPIRED,
    /** It would last for more than an hour from now. */
    TOO_LONG,
    /** Issued, or valid only, in the future. */
    NOT_YET,
    SUBJECT,
    TIER,
    FAVOURITES,
    LANGUAGE,
    /** The site's configuration names no way to check it. */
    NO_IDENTITY;

    /** The word for it in metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
