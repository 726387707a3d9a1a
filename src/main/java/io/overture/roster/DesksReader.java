package io.overture.roster;

import io.overture.document.Document;
import io.overture.document.Errors;
import io.overture.document.Fields;
import io.overture.document.Format;
import io.overture.document.Mistake;
import io.overture.document.Nearest;
import io.overture.document.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the desks of a house, or tells everything that is wrong with them at once. The grammar is in {@code docs/desks.md}.
 */
final class DesksReader {

    static final int MOST_DESKS = 100;

    /** What came of reading. */
    sealed interface Reading {

        record Valid(Desks desks) implements Reading {}

        /** Never empty; in the order of the text. */
        record Invalid(List<Mistake> mistakes) implements Reading {}
    }

    private DesksReader() {}

    static Reading read(byte[] text, Format format) {
        var errors = new Errors();
        var desks = Document.read(text, format, errors).map(root -> read(new Place(root, "", errors)));
        return errors.isEmpty() && desks.isPresent()
                ? new Reading.Valid(desks.get())
                : new Reading.Invalid(errors.inOrder());
    }

    private static Desks read(Place place) {
        return new Desks(Fields.of(place, "desks").needed("desks", List.of(), DesksReader::desks));
    }

    private static List<Desk> desks(Place place) {
        if (place.node().size() > MOST_DESKS) {
            return place.fault("There are at most %d desks.".formatted(MOST_DESKS), List.of());
        }
        var reader = new DeskReader();
        var places = place.list();
        var desks = places.stream().map(reader::read).toList();
        var whereById = new HashMap<String, String>();
        var ids = desks.stream().map(Desk::id).collect(Collectors.toSet());
        for (int i = 0; i < desks.size(); i++) {
            var desk = desks.get(i);
            var first = desk.id().isEmpty()
                    ? null
                    : whereById.putIfAbsent(desk.id(), places.get(i).pointer());
            if (first != null) {
                places.get(i).at("id").fault("%s has this id already.".formatted(first), desk);
            }
            checkCovers(places.get(i).at("covers"), desk, ids);
        }
        return desks;
    }

    private static void checkCovers(Place place, Desk desk, Set<String> ids) {
        var places = place.node().isArray() ? place.list() : List.<Place>of();
        for (int i = 0; i < desk.covers().size(); i++) {
            var cover = desk.covers().get(i);
            if (cover.equals(desk.id())) {
                places.get(i).fault("A desk cannot cover for itself.", cover);
            } else if (!cover.isEmpty() && !ids.contains(cover)) {
                places.get(i).fault("There is no desk \"%s\".%s".formatted(cover, Nearest.hint(cover, ids)), cover);
            }
        }
    }
}
