package io.overture.visitor;

import org.jspecify.annotations.Nullable;

/**
 * Where and how she visits, as her browser says.
 *
 * @param language BCP 47, whichever way it was {@linkplain Language written}; null when it means none
 * @param timeZone IANA
 * @param referrer host of the referring page
 */
public record Context(
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String country,
        @Nullable String market,
        @Nullable String device,
        @Nullable String referrer,
        @Nullable Campaign campaign) {

    public Context {
        language = Language.mended(language);
    }

    public static final Context UNKNOWN = new Context(null, null, null, null, null, null, null);

    /** GA4's campaign: source, medium and name. */
    public record Campaign(
            @Nullable String source,
            @Nullable String medium,
            @Nullable String name) {}

    Context languageOnly() {
        var only = new Context(language, null, null, null, null, null, null);
        return only.equals(this) ? this : only;
    }

    /** ISO 3166 alpha-2: what the context says, else the region of her language tag. */
    public @Nullable String countryOrRegion() {
        if (country != null) {
            return country;
        }
        return Language.of(language)
                .map(Language::region)
                .filter(region -> !region.isEmpty())
                .orElse(null);
    }
}
