package io.overture.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.document.Mistake;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object, read field by field. What is wrong is noted with its place while reading goes on with a stand-in, which
 * nobody sees: what has a flaw is refused. A null is absent.
 */
public final class Form {

    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");
    private static final int MOST_DECIMALS = 6;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_FLAWS = 200;
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    private final ObjectNode node;
    private final String pointer;
    private final List<Mistake> flaws;
    private final Manner manner;

    /** How strictly a form is read. */
    private enum Manner {
        THEIRS,
        /** Texts were bounded when they were made, and are taken as they are. */
        OURS,
        /** It is no object, which has been said: what is missing in it need not be. */
        ABSENT
    }

    private Form(ObjectNode node, String pointer, List<Mistake> flaws, Manner manner) {
        this.node = node;
        this.pointer = pointer;
        this.flaws = flaws;
        this.manner = manner;
    }

    /** @param flaws what was found to be wrong with it while it was read */
    static Form of(JsonNode root, List<Mistake> flaws) {
        return of(root, "", new ArrayList<>(flaws), Manner.THEIRS);
    }

    /** For what we wrote ourselves. */
    public static Form ofOurs(JsonNode root) {
        return of(root, "", new ArrayList<>(), Manner.OURS);
    }

    /** For what is no JSON at all, or none we would build a tree of. */
    static Form unreadable(List<Mistake> why) {
        return new Form(JsonNodeFactory.instance.objectNode(), "", new ArrayList<>(why), Manner.ABSENT);
    }

    private static Form of(JsonNode node, String pointer, List<Mistake> flaws, Manner manner) {
        return node instanceof ObjectNode object
                ? new Form(object, pointer, flaws, manner)
                : absent(pointer, flaws, "This must be an object.");
    }

    private static Form absent(String pointer, List<Mistake> flaws, String detail) {
        if (flaws.size() < MOST_FLAWS) {
            flaws.add(new Mistake(pointer, detail));
        }
        return new Form(JsonNodeFactory.instance.objectNode(), pointer, flaws, Manner.ABSENT);
    }

    /** Everything found to be wrong so far, in this form and those inside it. */
    public List<Mistake> flaws() {
        return List.copyOf(flaws);
    }

    /** Any field but these is a flaw: most likely a slip of the pen. */
    public Form knowsOnly(Set<String> names) {
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                flaw(name, "This is not known here.");
            }
        });
        return this;
    }

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** Notes that a field of this form is wrong. */
    public void flaw(String name, String detail) {
        noted(at(name), detail);
    }

    public @Nullable String text(String name, int most) {
        return has(name) ? text(node.path(name), at(name), most) : null;
    }

    public String neededText(String name, int most) {
        var text = text(name, most);
        if (text == null) {
            flaw(name, "This is missing.");
            return "";
        }
        return text;
    }

    /** One of a fixed list of words. */
    public <T> T neededWord(String name, Map<String, T> words, T standIn) {
        var word = neededText(name, LONGEST_WORD);
        if (!word.isEmpty() && !words.containsKey(word)) {
            flaw(
                    name,
                    "This must be one of "
                            + String.join(", ", words.keySet().stream().sorted().toList()) + ".");
        }
        return words.getOrDefault(word, standIn);
    }

    /** Epoch milliseconds. */
    public @Nullable Instant instant(String name) {
        return has(name) ? instant(node.path(name), at(name)) : null;
    }

    public Instant neededInstant(String name) {
        var instant = instant(name);
        if (instant == null) {
            flaw(name, "This is missing.");
            return Instant.EPOCH;
        }
        return instant;
    }

    /** {@code price} in {@code currency} (ISO 4217); null when there is no price. */
    public @Nullable BigMoney price() {
        if (!has("price")) {
            return null;
        }
        var amount = node.path("price");
        if (!isAmount(amount)) {
            flaw("price", "This must be a number from 0 to 1e12 with at most six decimals.");
            return null;
        }
        var code = neededText("currency", LONGEST_WORD);
        try {
            return code.isEmpty() ? null : BigMoney.of(CurrencyUnit.of(code), amount.decimalValue());
        } catch (IllegalCurrencyException e) {
            flaw("currency", "This must be a currency of ISO 4217 such as EUR.");
            return null;
        }
    }

    public List<String> texts(String name, int mostOfThem, int most) {
        return each(name, mostOfThem, (value, place) -> text(value, place, most));
    }

    public List<Instant> instants(String name, int mostOfThem) {
        return each(name, mostOfThem, this::instant);
    }

    public <T> List<T> list(String name, int mostOfThem, Function<Form, T> reader) {
        return each(name, mostOfThem, (value, place) -> reader.apply(of(value, place, flaws, manner)));
    }

    /** A map of texts. */
    public Map<String, String> textsByName(String name, int mostOfThem, int most) {
        var inside = object(name);
        if (inside.node.size() > mostOfThem) {
            flaw(name, "This must have at most %d entries.".formatted(mostOfThem));
            return Map.of();
        }
        var all = new LinkedHashMap<String, String>();
        inside.node.fieldNames().forEachRemaining(key -> {
            if (key.isBlank() || key.length() > LONGEST_WORD) {
                inside.flaw(key, "A name here has 1 to %d characters.".formatted(LONGEST_WORD));
            }
            var value = inside.text(key, most);
            if (value != null) {
                all.put(key, value);
            }
        });
        return all;
    }

    /** What is inside; empty when there is nothing. */
    public Form object(String name) {
        return has(name)
                ? of(node.path(name), at(name), flaws, manner)
                : new Form(JsonNodeFactory.instance.objectNode(), at(name), flaws, manner);
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private interface Element<T> {
        T read(JsonNode value, String pointer);
    }

    private <T> List<T> each(String name, int most, Element<T> element) {
        var array = node.path(name);
        if (!has(name)) {
            return List.of();
        }
        if (!array.isArray() || array.size() > most) {
            flaw(name, "This must be a list of at most %d.".formatted(most));
            return List.of();
        }
        return IntStream.range(0, array.size())
                .mapToObj(i -> element.read(array.path(i), at(name) + "/" + i))
                .toList();
    }

    private String text(JsonNode value, String place, int most) {
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > most) {
            noted(place, "This must be text of 1 to %d characters.".formatted(most));
            return "";
        }
        return value.textValue();
    }

    private Instant instant(JsonNode value, String place) {
        if (value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= 0
                && value.longValue() <= LATEST) {
            return Instant.ofEpochMilli(value.longValue());
        }
        noted(place, "This must be an instant in epoch milliseconds.");
        return Instant.EPOCH;
    }

    private static boolean isAmount(JsonNode value) {
        if (!value.isNumber()) {
            return false;
        }
        var amount = value.decimalValue();
        return amount.signum() >= 0
                && amount.compareTo(LARGEST) <= 0
                && amount.stripTrailingZeros().scale() <= MOST_DECIMALS;
    }

    private void noted(String place, String detail) {
        if (manner != Manner.ABSENT && flaws.size() < MOST_FLAWS) {
            flaws.add(new Mistake(place, detail));
        }
    }
}
