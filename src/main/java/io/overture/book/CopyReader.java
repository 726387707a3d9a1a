package io.overture.book;

import io.overture.document.Fields;
import io.overture.document.Place;
import io.overture.document.Texts;
import io.overture.trigger.Languages;
import io.overture.visitor.Copy;
import io.overture.visitor.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words of a book, by name and language, over those the house brings along. */
final class CopyReader {

    private static final Copy NONE = new Copy("", "", "", "", null);

    /** Of the house's words, those every language has. */
    private static final String USUAL = "assistance";

    private final Map<String, Map<String, Copy>> house;

    CopyReader(Map<String, Map<String, Copy>> house) {
        this.house = house;
    }

    /** All words there are: a book's take the place of the house's, one name and language at a time. */
    Map<String, Map<String, Copy>> read(Place place) {
        var all = new HashMap<>(house);
        if (!place.node().isObject()) {
            return place.fault("This must be a map of names to words.", all);
        }
        place.node().fieldNames().forEachRemaining(name -> {
            var there = place.at(name);
            if (!Texts.isId(name)) {
                there.fault("A name is letters, digits, \".\", \"_\" and \"-\" only, at most 64.", name);
            }
            var merged = new HashMap<>(house.getOrDefault(name, Map.of()));
            merged.putAll(byLanguage(there));
            if (there.node().isObject() && !merged.containsKey(Languages.FALLBACK)) {
                there.at(Languages.FALLBACK)
                        .fault(
                                "\"%s\" is missing: it is for every language not given.".formatted(Languages.FALLBACK),
                                name);
            }
            all.put(name, Map.copyOf(merged));
        });
        return all;
    }

    private Map<String, Copy> byLanguage(Place place) {
        if (!place.node().isObject()) {
            return place.fault("This must be a map of languages to words.", Map.of());
        }
        var words = new HashMap<String, Copy>();
        place.node().fieldNames().forEachRemaining(tag -> {
            var there = place.at(tag);
            var language = Language.mended(tag);
            if (language == null) {
                there.fault("\"%s\" is no language tag such as fr, fr-CA or zh-Hant.".formatted(Texts.shown(tag)), tag);
            }
            if (words.put(language == null ? tag : language, copy(there, language)) != null) {
                there.fault("This language stands here twice.", tag);
            }
        });
        return words;
    }

    private Copy copy(Place place, @Nullable String language) {
        var fields = Fields.of(place, "title", "text", "accept", "decline", "later");
        return place.node().isObject()
                ? new Copy(
                        fields.needed("title", "", Texts::text),
                        fields.needed("text", "", Texts::text),
                        fields.needed("accept", "", Texts::text),
                        fields.needed("decline", "", Texts::text),
                        fields.optional(
                                        "later",
                                        Optional.ofNullable(language).flatMap(this::usualLater),
                                        each -> Optional.of(Texts.text(each)))
                                .orElse(null))
                : NONE;
    }

    /** The house's word for "not now" in a language, if it speaks it: English on a card in another would be odd. */
    private Optional<String> usualLater(String language) {
        var words = house.getOrDefault(USUAL, Map.of());
        var nearest = Languages.choose(words.keySet(), List.of(language));
        return Language.of(nearest)
                .filter(spoken -> Language.of(language).filter(spoken::isAkin).isPresent())
                .flatMap(spoken -> Optional.ofNullable(words.get(nearest)))
                .map(Copy::later);
    }
}
