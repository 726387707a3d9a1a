package io.overture.trigger;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where and how she visits. Each list is any of its values, without regard to case; an empty one does not matter.
 *
 * @param languages BCP 47 ranges: {@code fr} includes {@code fr-CA}
 * @param countries ISO 3166 alpha-2
 */
public record Setting(List<String> languages, List<String> countries, List<String> markets, List<String> devices)
        implements Condition {

    public Setting {
        languages = List.copyOf(languages);
        countries = List.copyOf(countries);
        markets = List.copyOf(markets);
        devices = List.copyOf(devices);
    }

    @Override
    public Spans holds(Scene scene) {
        var context = scene.session().context();
        return Spans.when((languages.isEmpty()
                        || languages.stream().anyMatch(range -> isInRange(context.language(), range)))
                && isOneOf(context.countryOrRegion(), countries)
                && isOneOf(context.market(), markets)
                && isOneOf(context.device(), devices));
    }

    static boolean isOneOf(@Nullable String value, List<String> wanted) {
        return wanted.isEmpty() || (value != null && wanted.stream().anyMatch(value::equalsIgnoreCase));
    }

    private static boolean isInRange(@Nullable String tag, String range) {
        return tag != null
                && tag.regionMatches(true, 0, range, 0, range.length())
                && (tag.length() == range.length() || tag.charAt(range.length()) == '-');
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.of(Aspect.CONTEXT);
    }

    @Override
    public String words() {
        return Words.of("context")
                .with("language", languages)
                .with("country", countries)
                .with("market", markets)
                .with("device", devices)
                .toString();
    }
}
