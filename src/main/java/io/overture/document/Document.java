package io.overture.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.overture.wire.Unicode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a text into a tree, within bounds that hold while it is read, not after. YAML's plain {@code yes}, {@code NO} and
 * dates stay the words they are; what would let a small text mean a huge tree (aliases, names that every pointer below
 * them repeats) is refused.
 */
public final class Document {

    public static final int MOST_BYTES = 256 * 1024;
    public static final int DEEPEST = 16;
    /** Of a map's names: every pointer below one repeats it. */
    public static final int LONGEST_NAME = 128;
    /** Values in one text: a hundred events of fifty pieces each have half as many. */
    public static final int MOST_VALUES = 50_000;

    /** Digits before or after the point of a number anybody means: more than any double has. */
    private static final int WILD_SCALE = 400;

    private static final int MOST_LONG_DIGITS = 18;

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final JsonParser parser;
    private final Errors errors;
    private final int deepest;
    private int values;
    private boolean usable = true;

    private Document(JsonParser parser, int deepest, Errors errors) {
        this.parser = parser;
        this.deepest = deepest;
        this.errors = errors;
    }

    /** There is more of it than any text may hold: nothing more is read. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The tree, or nothing when the text cannot be read as one; why is among the errors then. */
    public static Optional<JsonNode> read(byte[] bytes, Format format, Errors errors) {
        return read(bytes, format, MOST_BYTES, DEEPEST, errors);
    }

    /** The same for those who allow more, or less. */
    public static Optional<JsonNode> read(byte[] bytes, Format format, int mostBytes, int deepest, Errors errors) {
        if (bytes.length > mostBytes) {
            errors.add("", "A text has at most %d KiB.".formatted(mostBytes / 1024));
            return Optional.empty();
        }
        try (var parser = format.parsers().createParser(text(bytes))) {
            return new Document(parser, deepest, errors).root();
        } catch (TooMuch e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            errors.add("", "The text is not UTF-8.");
        } catch (StreamConstraintsException e) {
            errors.add("", "The text holds a number or a name of a length that cannot be meant.");
        } catch (JsonProcessingException e) {
            errors.add("", "The text is not %s: %s".formatted(format, syntax(e)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return Optional.empty();
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String syntax(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            var mark = marked.getProblemMark();
            return "%s (line %d, column %d)".formatted(marked.getProblem(), mark.getLine() + 1, mark.getColumn() + 1);
        }
        var message = e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
        var at = e.getLocation();
        return at == null ? message : "%s (line %d, column %d)".formatted(message, at.getLineNr(), at.getColumnNr());
    }

    private Optional<JsonNode> root() throws IOException {
        if (parser.nextToken() == null) {
            errors.add("", "The text is empty.");
            return Optional.empty();
        }
        var root = value("", 0);
        if (parser.nextToken() != null) {
            refuse("", "The text holds more than one document.");
        }
        return usable ? Optional.of(root) : Optional.empty();
    }

    private JsonNode value(String pointer, int depth) throws IOException {
        if (++values > MOST_VALUES) {
            errors.add("", "A text holds at most %d values.".formatted(MOST_VALUES));
            throw new TooMuch();
        }
        if (parser instanceof YAMLParser yaml) {
            errors.line(pointer, parser.currentTokenLocation().getLineNr());
            if (yaml.isCurrentAlias()) {
                refuse(pointer, "Write it out: aliases are not read here.");
            }
        }
        return switch (parser.currentToken()) {
            case START_OBJECT, START_ARRAY -> depth == deepest ? tooDeep(pointer) : inside(pointer, depth + 1);
            case VALUE_STRING -> TextNode.valueOf(text(pointer));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(pointer);
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.instance;
            default -> {
                refuse(pointer, "A text holds words, numbers, true, false, lists and maps only.");
                yield NullNode.instance;
            }
        };
    }

    private JsonNode inside(String pointer, int depth) throws IOException {
        return parser.currentToken() == JsonToken.START_ARRAY ? array(pointer, depth) : object(pointer, depth);
    }

    private ArrayNode array(String pointer, int depth) throws IOException {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(pointer + "/" + array.size(), depth));
        }
        return array;
    }

    private ObjectNode object(String pointer, int depth) throws IOException {
        var object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var key = parser.currentName();
            if (isUnfit(key, pointer)) {
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            var there = Place.pointer(pointer, key);
            boolean again = object.has(key);
            parser.nextToken();
            var value = value(there, depth);
            if (again) {
                errors.add(there, "\"%s\" stands here twice.".formatted(Texts.shown(key)));
            } else {
                object.set(key, value);
            }
        }
        return object;
    }

    /** Told of the map it is in: a pointer that names it would be as bad as the name. */
    private boolean isUnfit(String name, String pointer) {
        if (name.length() > LONGEST_NAME) {
            refuse(pointer, "A name here has at most %d characters.".formatted(LONGEST_NAME));
            return true;
        }
        if (!Unicode.isWhole(name)) {
            refuse(pointer, "A name here is not Unicode: half of a surrogate pair.");
            return true;
        }
        return false;
    }

    private String text(String pointer) throws IOException {
        var text = parser.getText();
        if (!Unicode.isWhole(text)) {
            refuse(pointer, "This is not Unicode: half of a surrogate pair.");
        }
        return text;
    }

    /** What has no plain value, such as {@code .inf}, stays the text it is. */
    private JsonNode number(String pointer) throws IOException {
        try {
            var number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) > WILD_SCALE) {
                refuse(pointer, "This is a number beyond all bounds.");
                return NullNode.instance;
            }
            return isLong(number) ? LongNode.valueOf(number.longValueExact()) : DecimalNode.valueOf(number);
        } catch (JsonProcessingException | ArithmeticException | NumberFormatException e) {
            return TextNode.valueOf(parser.getText());
        }
    }

    private static boolean isLong(BigDecimal number) {
        return number.scale() == 0 && number.precision() <= MOST_LONG_DIGITS;
    }

    private JsonNode tooDeep(String pointer) throws IOException {
        refuse(pointer, "A text is at most %d levels deep.".formatted(deepest));
        parser.skipChildren();
        return NullNode.instance;
    }

    private void refuse(String pointer, String detail) {
        usable = false;
        errors.add(pointer, detail);
    }
}
