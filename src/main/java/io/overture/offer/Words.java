package io.overture.offer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.overture.visitor.Copy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the files of words that come with the service; a gap in one is a fault of ours and stops the start. */
final class Words {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Words() {}

    /** A file that says the same in several languages. */
    static <T> Map<String, T> byLanguage(String name, Function<JsonNode, T> reader) {
        var all = new LinkedHashMap<String, T>();
        file(name).properties().forEach(each -> all.put(each.getKey(), reader.apply(each.getValue())));
        return Map.copyOf(all);
    }

    static Copy copy(JsonNode node) {
        return new Copy(
                text(node, "title"),
                text(node, "text"),
                text(node, "accept"),
                text(node, "decline"),
                text(node, "later"));
    }

    static String text(JsonNode node, String key) {
        var text = node.path(key).textValue();
        if (text == null || text.isBlank()) {
            throw new IllegalStateException("\"" + key + "\" is missing in " + node);
        }
        return text;
    }

    /** A list of words, none of them blank. */
    static List<String> texts(JsonNode node, String key) {
        var texts = node.path(key).valueStream().map(JsonNode::asText).toList();
        if (texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
            throw new IllegalStateException("\"" + key + "\" is missing in " + node);
        }
        return texts;
    }

    private static JsonNode file(String name) {
        var path = "/copies/" + name + ".yaml";
        try (var stream = Words.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is not part of this build");
            }
            return YAML.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
