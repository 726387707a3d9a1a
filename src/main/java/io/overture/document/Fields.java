package io.overture.document;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map whose keys are known: any other is an error, and so is one that is needed and missing. */
public final class Fields {

    private final Place place;
    private final boolean isMap;

    private Fields(Place place, boolean isMap) {
        this.place = place;
        this.isMap = isMap;
    }

    public static Fields of(Place place, String... known) {
        if (!place.node().isObject()) {
            place.fault("This must be a map of %s.".formatted(Nearest.list(List.of(known))), place);
            return new Fields(place, false);
        }
        var keys = Set.of(known);
        place.node().fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key) && !place.errors().isFull()) {
                place.at(key)
                        .fault(
                                "\"%s\" is not known here.%s"
                                        .formatted(Texts.shown(key), Nearest.hint(key, List.of(known))),
                                key);
            }
        });
        return new Fields(place, true);
    }

    public boolean has(String key) {
        return place.node().has(key);
    }

    /** Whether it is a map that has none of its keys, so that it says nothing. */
    public boolean isSilent() {
        return isMap && place.node().isEmpty();
    }

    public <T> T needed(String key, T standIn, Function<Place, T> reader) {
        if (has(key)) {
            return reader.apply(place.at(key));
        }
        return isMap ? place.at(key).fault("\"%s\" is missing.".formatted(key), standIn) : standIn;
    }

    public <T> T optional(String key, T otherwise, Function<Place, T> reader) {
        return has(key) ? reader.apply(place.at(key)) : otherwise;
    }

    public <T> @Nullable T orNull(String key, Function<Place, T> reader) {
        return has(key) ? reader.apply(place.at(key)) : null;
    }
}
