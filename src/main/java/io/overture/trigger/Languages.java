package io.overture.trigger;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Choice of a language by RFC 4647 lookup, Chinese by its script. */
public final class Languages {

    public static final String FALLBACK = "en";

    private Languages() {}

    /**
     * @param available BCP 47 tags there are words in
     * @param wanted BCP 47 tags, the most wanted first
     * @return one of {@code available}, or {@link #FALLBACK}
     */
    public static String choose(Set<String> available, List<String> wanted) {
        for (var tag : wanted) {
            for (var range = withScript(tag); !range.isEmpty(); range = shorter(range)) {
                var asked = range;
                var match = available.stream().filter(asked::equalsIgnoreCase).findFirst();
                if (match.isPresent()) {
                    return match.get();
                }
            }
        }
        return FALLBACK;
    }

    /** Chinese is written in two scripts; a tag that names none says so by its region. */
    private static String withScript(String tag) {
        var locale = Locale.forLanguageTag(tag);
        if (!locale.getLanguage().equals("zh") || !locale.getScript().isEmpty()) {
            return tag;
        }
        return switch (locale.getCountry()) {
            case "TW", "HK", "MO" -> "zh-Hant";
            default -> "zh-Hans";
        };
    }

    private static String shorter(String range) {
        int hyphen = range.lastIndexOf('-');
        return hyphen < 0 ? "" : range.substring(0, hyphen);
    }
}
