package io.overture.trigger;

import io.overture.visitor.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where and how she visits. Each list is any of its values, without regard to case; an empty one does not matter.
 *
 * @param languages BCP 47 ranges: {@code fr} includes {@code fr-CA}, {@code zh-Hant} includes {@code zh-TW}
 * @param countries ISO 3166 alpha-2
 */
public record Setting(List<String> languages, List<String> countries, List<String> markets, List<String> devices)
        implements Condition {

    public Setting {
        languages = Language.mended(languages);
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
        var wanted = Language.of(range);
        return Language.of(tag)
                .filter(language -> wanted.filter(language::isWithin).isPresent())
                .isPresent();
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
