package io.overture.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The reader this one replaced, kept to compare with: JSON within the bounds, as a tree. */
public final class TreeText {

    public static final int DEEPEST = 8;
    public static final int LONGEST = 512;

    /** The places where a visitor's page may have more to say: signed tokens. */
    public static final Map<String, Integer> LONGER = Map.of("/client", 4096, "/passport", 4096);

    /** More digits, before or after the point, than any double has. */
    private static final int WILD_SCALE = 400;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    // Names come from strangers: interning them would let anybody fill the table.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final Map<String, Integer> longer;
    private final Flaws flaws;

    private TreeText(JsonParser parser, Map<String, Integer> longer, Flaws flaws) {
        this.parser = parser;
        this.longer = longer;
        this.flaws = flaws;
    }

    /** UTF-8, strictly. Empty: it is not JSON, which is a flaw of the whole. */
    public static Optional<JsonNode> read(byte[] bytes, Flaws flaws) {
        try {
            return read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    LONGER,
                    flaws);
        } catch (CharacterCodingException e) {
            flaws.add("", "is not UTF-8");
            return Optional.empty();
        }
    }

    /**
     * Empty: it is not JSON, which is a flaw of the whole.
     *
     * @param longer by pointer, strings that may be longer than {@link #LONGEST}, and how long
     */
    public static Optional<JsonNode> read(String text, Map<String, Integer> longer, Flaws flaws) {
        if (text.startsWith("\uFEFF")) {
            flaws.add("", "begins with a byte order mark");
            return Optional.empty();
        }
        try (var parser = JSON.createParser(text)) {
            return new TreeText(parser, longer, flaws).document();
        } catch (JsonProcessingException e) {
            flaws.add("", "is not JSON");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    private Optional<JsonNode> document() throws IOException {
        if (parser.nextToken() == null) {
            flaws.add("", "is empty");
            return Optional.empty();
        }
        var root = value(1);
        if (parser.nextToken() != null) {
            flaws.add("", "goes on after its end");
            return Optional.empty();
        }
        return Optional.of(root);
    }

    private JsonNode value(int depth) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> isTooDeep(depth) ? NullNode.instance : object(depth);
            case START_ARRAY -> isTooDeep(depth) ? NullNode.instance : array(depth);
            case VALUE_STRING -> TextNode.valueOf(string());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            default -> NullNode.instance;
        };
    }

    private boolean isTooDeep(int depth) throws IOException {
        if (depth <= DEEPEST) {
            return false;
        }
        flaw("is nested deeper than %d levels".formatted(DEEPEST));
        parser.skipChildren();
        return true;
    }

    private JsonNode object(int depth) throws IOException {
        var node = new ObjectNode(NODES);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            if (name.length() > LONGEST) {
                flaws.add(parent(), "has a name of more than %d characters".formatted(LONGEST));
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            if (!Unicode.isWhole(name)) {
                flaws.add(parent(), "has a name that is not Unicode: half of a surrogate pair");
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            boolean isTwice = node.has(name);
            if (isTwice) {
                flaw("is there twice");
            }
            parser.nextToken();
            var value = value(depth + 1);
            if (!isTwice) {
                node.set(name, value);
            }
        }
        return node;
    }

    private JsonNode array(int depth) throws IOException {
        var node = new ArrayNode(NODES);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            node.add(value(depth + 1));
        }
        return node;
    }

    private String string() throws IOException {
        var text = parser.getText();
        if (text.length() > LONGEST) {
            int longest = longer.getOrDefault(pointer(), LONGEST);
            if (text.length() > longest) {
                flaw("must have at most %d characters".formatted(longest));
            }
        }
        if (!Unicode.isWhole(text)) {
            flaw("is not Unicode: half of a surrogate pair");
        }
        return text;
    }

    private JsonNode number() throws IOException {
        var text = parser.getText();
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && text.length() <= 18) {
            return LongNode.valueOf(Long.parseLong(text));
        }
        try {
            var number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) <= WILD_SCALE) {
                return DecimalNode.valueOf(number);
            }
        } catch (NumberFormatException e) {
            // An exponent beyond even BigDecimal: as wild as the ones refused below.
        }
        flaw("is a number beyond all bounds");
        return LongNode.valueOf(0);
    }

    private void flaw(String detail) {
        flaws.add(pointer(), detail);
    }

    private String pointer() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private String parent() {
        return parser.getParsingContext().getParent().pathAsPointer().toString();
    }
}
