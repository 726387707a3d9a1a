package io.overture.site;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A storefront we serve.
 *
 * @param key public, part of every beacon
 * @param identity empty: nobody is known there
 * @param trustsEventPrices whether what its events say of prices is believed
 */
public record Site(String key, List<Origin> origins, Optional<Identity> identity, boolean trustsEventPrices) {

    public Site {
        origins = List.copyOf(origins);
    }

    /** Whether a page of that origin may speak for this site. A courtesy to browsers, not authentication. */
    public boolean allowsOrigin(@Nullable String origin) {
        var its = Origin.sent(origin);
        if (its != null) {
            for (var allowed : origins) {
                if (allowed.includes(its)) {
                    return true;
                }
            }
        }
        return false;
    }
}
