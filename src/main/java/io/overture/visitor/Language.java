package io.overture.visitor;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A language as BCP 47 tells it, read leniently: {@code fr_FR}, {@code FR}, {@code zh-hant-tw}, {@code zh_TW_#Hant} and
 * {@code en_US.UTF-8} are what pages and systems write, and each is the tag it means. Extensions and private use are left
 * out: they change no word.
 *
 * @param language ISO 639, in lower case
 * @param script ISO 15924; empty when it is not told
 * @param region ISO 3166 or UN M.49; empty when it is not told
 */
public record Language(String language, String script, String region, List<String> variants) {

    /** Longer texts are no language; the longest tag anybody needs has 35 characters (RFC 5646 §4.4.1). */
    private static final int LONGEST = 64;

    private static final Pattern END = Pattern.compile("[\\s\\u00a0.,;@]");
    private static final Pattern PRIMARY = Pattern.compile("[A-Za-z]{2,3}");
    private static final Pattern SCRIPT = Pattern.compile("[A-Za-z]{4}");
    private static final Pattern REGION = Pattern.compile("[A-Za-z]{2}|[0-9]{3}");
    private static final Pattern VARIANT = Pattern.compile("[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}");

    /** Countries' codes, and codes of no language, that are often written for the language. */
    private static final Map<String, String> MEANT =
            Map.of("cn", "zh", "jp", "ja", "cz", "cs", "dk", "da", "gr", "el", "cmn", "zh");

    /** Languages whose code of two letters is another's, or an older one of theirs ({@link Locale}). */
    private static final List<String> WRITTEN_OTHERWISE = List.of("cn", "jp", "cz", "dk", "gr", "iw", "ji", "in");

    /** Members of a macrolanguage (ISO 639-3) whose speakers read what is written in another of its members. */
    private static final Map<String, String> MEMBERS =
            Map.of("nb", "no", "nn", "no", "yue", "zh", "fil", "tl", "arb", "ar", "zsm", "ms");

    private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");
    private static final String CHINESE = "zh";

    public Language {
        variants = List.copyOf(variants);
    }

    /** Empty when the text means no language. */
    public static Optional<Language> of(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = END.splitAsStream(text.strip().replace('\u00a0', ' ').strip())
                .findFirst()
                .map(it -> it.split("[-_]+#?"))
                .orElseGet(() -> new String[0]);
        if (parts.length == 0 || !PRIMARY.matcher(parts[0]).matches()) {
            return Optional.empty();
        }
        var locale = Locale.forLanguageTag(String.join("-", parts).toLowerCase(Locale.ROOT));
        var primary = locale.getLanguage();
        if (primary.isEmpty() || primary.equals("und")) {
            return Optional.empty();
        }
        var rest = Arrays.stream(parts)
                .skip(1)
                .takeWhile(part -> part.length() > 1)
                .toList();
        var script = first(rest, SCRIPT).toLowerCase(Locale.ROOT);
        var region = first(rest, REGION).toUpperCase(Locale.ROOT);
        return Optional.of(new Language(
                MEANT.getOrDefault(primary, primary),
                script.isEmpty() ? "" : Character.toUpperCase(script.charAt(0)) + script.substring(1),
                region.equals("UK") ? "GB" : region,
                rest.stream()
                        .filter(part -> VARIANT.matcher(part).matches())
                        .map(part -> part.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList()));
    }

    /** The tag a text means; null when it means none. */
    public static @Nullable String mended(@Nullable String text) {
        return text != null && isUsual(text)
                ? text
                : of(text).map(Language::tag).orElse(null);
    }

    /** Whether it is {@code fr} or {@code fr-CA}, as nearly every page has it, and means nothing else. */
    private static boolean isUsual(String text) {
        if ((text.length() != 2 && text.length() != 5) || !isBetween(text, 0, 'a', 'z')) {
            return false;
        }
        if (text.length() == 5 && (text.charAt(2) != '-' || !isBetween(text, 3, 'A', 'Z') || text.endsWith("UK"))) {
            return false;
        }
        for (var other : WRITTEN_OTHERWISE) {
            if (text.startsWith(other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBetween(String text, int at, char least, char most) {
        return text.charAt(at) >= least
                && text.charAt(at) <= most
                && text.charAt(at + 1) >= least
                && text.charAt(at + 1) <= most;
    }

    /** The tags these texts mean, each once. */
    public static List<String> mended(List<String> texts) {
        return List.copyOf(texts.stream()
                .flatMap(each -> Stream.ofNullable(mended(each)))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Its canonical tag. */
    public String tag() {
        return Stream.concat(Stream.of(language, script, region), variants.stream())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
    }

    /** Whether whoever speaks the one understands the other. */
    public boolean isAkin(Language other) {
        return family().equals(other.family());
    }

    /** Whether it is this range or a part of it: {@code fr} has {@code fr-CA}, {@code zh-Hant} has {@code zh-TW}. */
    public boolean isWithin(Language range) {
        return (language.equals(range.language) || family().equals(range.language))
                && (range.script.isEmpty() || range.script.equals(written().script))
                && (range.region.isEmpty() || range.region.equals(region))
                && variants.containsAll(range.variants);
    }

    /** With its script, where Chinese is told apart by it: its region gives it away. */
    public Language written() {
        if (!family().equals(CHINESE) || !script.isEmpty()) {
            return this;
        }
        boolean isTraditional = region.isEmpty() ? !language.equals(CHINESE) : TRADITIONAL.contains(region);
        return new Language(language, isTraditional ? "Hant" : "Hans", region, variants);
    }

    /** In the macrolanguage it is a member of, if it is one's. */
    public Language inFamily() {
        var written = written();
        return new Language(family(), written.script, region, variants);
    }

    private String family() {
        return MEMBERS.getOrDefault(language, language);
    }

    private static String first(List<String> parts, Pattern shape) {
        return parts.stream()
                .filter(part -> shape.matcher(part).matches())
                .findFirst()
                .orElse("");
    }
}
