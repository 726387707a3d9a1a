package io.overture.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A place in the text: what stands there, where that is, and where to tell what is wrong with it. Readers of a value
 * that is wrong say so and go on with a stand-in, which nobody sees: a text with any mistake is refused.
 */
public record Place(JsonNode node, String pointer, Errors errors) {

    public static String pointer(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    public Place at(String key) {
        return new Place(node.path(key), pointer(pointer, key), errors);
    }

    public <T> T fault(String detail, T standIn) {
        errors.add(pointer, detail);
        return standIn;
    }

    /** The entries of a list. */
    public List<Place> list() {
        if (!node.isArray()) {
            return fault("This must be a list.", List.of());
        }
        return IntStream.range(0, node.size())
                .mapToObj(i -> new Place(node.get(i), pointer + "/" + i, errors))
                .toList();
    }

    /** The entries of a list that has some. */
    public List<Place> some() {
        return node.isArray() && node.isEmpty() ? fault("This list must not be empty.", List.of()) : list();
    }

    /** One value, or a list of them that has some. */
    public List<Place> oneOrSome() {
        return node.isArray() ? some() : List.of(this);
    }
}
