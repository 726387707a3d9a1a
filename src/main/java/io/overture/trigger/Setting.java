package io.overture.trigger;

import io.overture.visitor.Language;
import java.util.List;
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
        return Spans.when(isInRange(scene)
                && isOneOf(context.countryOrRegion(), countries)
                && isOneOf(context.market(), markets)
                && isOneOf(context.device(), devices));
    }

    static boolean isOneOf(@Nullable String value, List<String> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).equalsIgnoreCase(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInRange(Scene scene) {
        var tag = scene.session().context().language();
        var spoken = languages.isEmpty() || tag == null ? null : scene.language(tag);
        if (spoken == null) {
            return languages.isEmpty();
        }
        for (int i = 0; i < languages.size(); i++) {
            var range = scene.language(languages.get(i));
            if (range != null && spoken.isWithin(range)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Dependency> dependencies() {
        return Dependency.on(Aspect.CONTEXT);
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
