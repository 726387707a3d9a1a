package io.overture.trigger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses a language of those there are: lookup of RFC 4647 §3.4, with Chinese told apart by script, which its region
 * gives away ({@code zh-HK} reads {@code zh-Hant}).
 */
public final class Languages {

    /** Whatever is said in several languages is said in this one too. */
    public static final String FALLBACK = "en";

    private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

    private Languages() {}

    /**
     * @param available BCP 47 tags
     * @param wanted BCP 47 tags, dearest first; each is tried down to its bare language before the next
     * @return one of {@code available}, or {@link #FALLBACK}
     */
    public static String choose(Set<String> available, List<String> wanted) {
        var known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(available);
        return wanted.stream()
                .flatMap(tag ->
                        exactly(known, tag).or(() -> lookUp(known, withScript(Locale.forLanguageTag(tag)))).stream())
                .findFirst()
                .orElse(FALLBACK);
    }

    private static Optional<String> lookUp(TreeSet<String> known, String tag) {
        for (var range = tag; !range.isEmpty(); range = shorter(range)) {
            var found = exactly(known, range);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> exactly(TreeSet<String> known, String tag) {
        return known.contains(tag) ? Optional.ofNullable(known.floor(tag)) : Optional.empty();
    }

    /** Without its last part, and without a single letter that then stands at its end. */
    private static String shorter(String range) {
        int cut = range.lastIndexOf('-');
        if (cut > 1 && range.charAt(cut - 2) == '-') {
            cut -= 2;
        }
        return cut < 0 ? "" : range.substring(0, cut);
    }

    private static String withScript(Locale locale) {
        if (!locale.getLanguage().equals("zh") || !locale.getScript().isEmpty()) {
            return locale.toLanguageTag();
        }
        var script = TRADITIONAL.contains(locale.getCountry()) ? "zh-Hant" : "zh-Hans";
        return locale.getCountry().isEmpty() ? script : script + "-" + locale.getCountry();
    }
}
