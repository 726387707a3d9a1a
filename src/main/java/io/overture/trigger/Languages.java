package io.overture.trigger;

import io.overture.visitor.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Chooses a language of those there are: lookup of RFC 4647 §3.4, with Chinese told apart by script, which its region
 * gives away ({@code zh-HK} reads {@code zh-Hant}).
 */
public final class Languages {

    /** Whatever is said in several languages is said in this one too. */
    public static final String FALLBACK = "en";

    private Languages() {}

    /**
     * @param available BCP 47 tags, whichever way they are {@linkplain Language written}
     * @param wanted languages, dearest first; each is tried down to its bare language before the next
     * @return one of {@code available}, or {@link #FALLBACK}
     */
    public static String choose(Set<String> available, List<String> wanted) {
        var known = byTag(available, Language::tag);
        var families = byTag(available, language -> language.inFamily().tag());
        return wanted.stream()
                .flatMap(each -> Language.of(each).stream())
                .flatMap(language -> Optional.ofNullable(known.get(language.tag()))
                        .or(() -> lookUp(known, language.written().tag()))
                        .or(() -> lookUp(families, language.inFamily().tag()))
                        .stream())
                .findFirst()
                .orElse(FALLBACK);
    }

    private static Map<String, String> byTag(Set<String> available, Function<Language, String> tag) {
        var known = new TreeMap<String, String>();
        available.stream()
                .sorted()
                .forEach(each -> Language.of(each).ifPresent(language -> known.putIfAbsent(tag.apply(language), each)));
        return known;
    }

    private static Optional<String> lookUp(Map<String, String> known, String tag) {
        for (var range = tag; !range.isEmpty(); range = shorter(range)) {
            var found = known.get(range);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Without its last part. */
    private static String shorter(String range) {
        return range.substring(0, Math.max(0, range.lastIndexOf('-')));
    }
}
