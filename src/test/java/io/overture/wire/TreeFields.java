package io.overture.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one object of {@link TreeText}, as they were read before. */
public final class TreeFields {

    /** The largest integer every JavaScript engine keeps exactly. */
    public static final long MOST_INTEGER = 1L << 53;

    private static final BigDecimal MOST_AMOUNT = new BigDecimal("1e12");
    private static final int MOST_DECIMALS = 6;

    private final ObjectNode node;
    private final TreePlace place;
    private final Flaws flaws;

    public TreeFields(ObjectNode node, TreePlace place, Flaws flaws) {
        this.node = node;
        this.place = place;
        this.flaws = flaws;
    }

    /** The root of a document; null when it is no object, which is a flaw. */
    public static @Nullable TreeFields root(JsonNode document, Flaws flaws) {
        if (document instanceof ObjectNode object) {
            return new TreeFields(object, TreePlace.ROOT, flaws);
        }
        flaws.add("", "must be an object");
        return null;
    }

    /** What is there under a name; null when nothing is. */
    public @Nullable JsonNode value(String name) {
        var value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    public boolean has(String name) {
        return value(name) != null;
    }

    public ObjectNode node() {
        return node;
    }

    public void flaw(String name, String detail) {
        flaws.add(place.of(name).pointer(), detail);
    }

    public void flaw(String detail) {
        flaws.add(place.pointer(), detail);
    }

    public @Nullable String text(String name) {
        return typed(name, JsonNode::isTextual, "must be a string") instanceof JsonNode value
                ? value.textValue()
                : null;
    }

    public String requiredText(String name, int least, int most) {
        var text = required(name) ? text(name) : null;
        if (text == null) {
            return "";
        }
        if (text.length() < least || text.length() > most) {
            flaw(name, "must have %d to %d characters".formatted(least, most));
        }
        return text;
    }

    /** An identifier of {@code [A-Za-z0-9_-]}. */
    public String requiredId(String name, Pattern shape, String rule) {
        var text = required(name) ? text(name) : null;
        if (text == null) {
            return "";
        }
        if (!shape.matcher(text).matches()) {
            flaw(name, rule);
        }
        return text;
    }

    public @Nullable Boolean flag(String name) {
        return typed(name, JsonNode::isBoolean, "must be true or false") instanceof JsonNode value
                ? value.booleanValue()
                : null;
    }

    public long requiredInteger(String name, long least, long most) {
        var integer = required(name) ? integer(name, least, most) : null;
        return integer == null ? least : integer;
    }

    public @Nullable Long integer(String name, long least, long most) {
        var number = number(name);
        if (number == null) {
            return null;
        }
        if (!isInteger(number)
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            flaw(name, "must be an integer from %d to %d".formatted(least, most));
            return null;
        }
        return number.longValueExact();
    }

    /** From 0 to 1e12 with at most six decimals, as prices, values and quantities are. */
    public @Nullable BigDecimal amount(String name) {
        var number = number(name);
        if (number == null) {
            return null;
        }
        if (number.signum() < 0 || number.compareTo(MOST_AMOUNT) > 0) {
            flaw(name, "must be from 0 to 1e12");
            return null;
        }
        var plain = Numbers.plain(number);
        if (plain.scale() > MOST_DECIMALS) {
            flaw(name, "must have at most six decimals");
            return null;
        }
        return plain;
    }

    public static boolean isInteger(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    public @Nullable BigDecimal number(String name) {
        return typed(name, JsonNode::isNumber, "must be a number") instanceof JsonNode value
                ? value.decimalValue()
                : null;
    }

    public @Nullable TreeFields object(String name) {
        return typed(name, JsonNode::isObject, "must be an object") instanceof ObjectNode object
                ? new TreeFields(object, place.of(name), flaws)
                : null;
    }

    /** Each of an array's objects; null when there is no array. */
    public @Nullable List<TreeFields> objects(String name, int most) {
        var array = typed(name, JsonNode::isArray, "must be an array");
        if (array == null) {
            return null;
        }
        if (array.size() > most) {
            flaw(name, "must have at most %d elements".formatted(most));
            return List.of();
        }
        var at = place.of(name);
        var objects = new ArrayList<TreeFields>(array.size());
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof ObjectNode object) {
                objects.add(new TreeFields(object, at.of(i), flaws));
            } else {
                flaws.add(at.of(i).pointer(), "must be an object");
            }
        }
        return objects;
    }

    public boolean required(String name) {
        if (has(name)) {
            return true;
        }
        flaw(name, "is required");
        return false;
    }

    private @Nullable JsonNode typed(String name, Predicate<JsonNode> type, String otherwise) {
        var value = value(name);
        if (value == null || type.test(value)) {
            return value;
        }
        flaw(name, otherwise);
        return null;
    }
}
