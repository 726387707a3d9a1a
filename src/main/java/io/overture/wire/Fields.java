package io.overture.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object, read by type. Null is absent, unknown ones are nobody's business, and a wrong one is a flaw
 * that answers with something harmless, so that the rest can still be read.
 */
public final class Fields {

    /** The largest integer every JavaScript engine keeps exactly. */
    public static final long MOST_INTEGER = 1L << 53;

    private static final BigDecimal MOST_AMOUNT = BigDecimal.valueOf(1_000_000_000_000L);
    private static final int MOST_DECIMALS = 6;
    private static final int LONG_DIGITS = 18;

    final Outline outline;
    private final int object;
    private final Flaws flaws;

    Fields(Outline outline, int object, Flaws flaws) {
        this.outline = outline;
        this.object = object;
        this.flaws = flaws;
    }

    /** Those of an object with nothing in it. */
    public static Fields none() {
        var outline = new Outline(new byte[0]);
        outline.container(outline.addElement(0), Outline.OBJECT, Outline.ROOT);
        return new Fields(outline, Outline.ROOT, new Flaws());
    }

    public boolean has(String name) {
        return value(name) != Outline.NONE;
    }

    /** How many there are that are not null. */
    public int count() {
        int count = 0;
        for (int each = outline.first(object); each < outline.end(object); each = outline.next(each)) {
            count += outline.kind(each) == Outline.NULL ? 0 : 1;
        }
        return count;
    }

    public void flaw(String name, String detail) {
        flaws.add(pointer(name), detail);
    }

    public void flaw(String detail) {
        flaws.add(outline.pointer(object), detail);
    }

    /** Whether there is a string without a character; what is no string is no flaw. */
    public boolean isEmptyText(String name) {
        int value = value(name);
        return value != Outline.NONE && outline.kind(value) == Outline.STRING && outline.isText(value, "");
    }

    /** A string as it is; null, and no flaw, when it is anything else. */
    public @Nullable String word(String name) {
        int value = value(name);
        return value != Outline.NONE && outline.kind(value) == Outline.STRING ? outline.text(value) : null;
    }

    /** A number in plain spelling; null, and no flaw, when it is anything else. */
    public @Nullable BigDecimal figure(String name) {
        int value = value(name);
        return value != Outline.NONE && isNumber(value) ? outline.number(value) : null;
    }

    /** An integer of at most eighteen characters; null, and no flaw, when it is anything else. */
    public @Nullable Long shortInteger(String name) {
        int value = value(name);
        return value != Outline.NONE && outline.kind(value) == Outline.INTEGER
                ? Long.valueOf(outline.integer(value))
                : null;
    }

    public @Nullable String text(String name) {
        int value = text(value(name), name);
        return value == Outline.NONE ? null : outline.text(value);
    }

    /** Whether a string says just this, of ASCII; what is no string is a flaw. */
    public boolean says(String name, String text) {
        int value = text(value(name), name);
        return value != Outline.NONE && outline.isText(value, text);
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

    public String requiredId(String name, IdentifierShape shape) {
        var text = required(name) ? text(name) : null;
        if (text == null) {
            return "";
        }
        if (!shape.fits(text)) {
            flaw(name, shape.rule());
        }
        return text;
    }

    public @Nullable Boolean flag(String name) {
        int value = value(name);
        if (value == Outline.NONE) {
            return null;
        }
        int kind = outline.kind(value);
        if (kind != Outline.TRUE && kind != Outline.FALSE) {
            flaw(name, "must be true or false");
            return null;
        }
        return kind == Outline.TRUE;
    }

    /** {@code least} when it is not there or wrong. */
    public long requiredInteger(String name, long least, long most) {
        return required(name) ? integerOr(name, least, most, least) : least;
    }

    public @Nullable Long integer(String name, long least, long most) {
        long integer = integerOr(name, least, most, Long.MIN_VALUE);
        return integer == Long.MIN_VALUE ? null : Long.valueOf(integer);
    }

    private long integerOr(String name, long least, long most, long otherwise) {
        int value = number(value(name), name);
        if (value == Outline.NONE) {
            return otherwise;
        }
        long number = outline.kind(value) == Outline.INTEGER ? outline.integer(value) : longOf(outline.number(value));
        if (number < least || number > most) {
            flaw(name, "must be an integer from %d to %d".formatted(least, most));
            return otherwise;
        }
        return number;
    }

    /** Less than any that is asked for, when it is no integer or has more digits. */
    private static long longOf(BigDecimal plain) {
        return plain.scale() > 0 || plain.precision() > LONG_DIGITS ? Long.MIN_VALUE : plain.longValue();
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
        if (number.scale() > MOST_DECIMALS) {
            flaw(name, "must have at most six decimals");
            return null;
        }
        return number;
    }

    /** In plain spelling. */
    public @Nullable BigDecimal number(String name) {
        int value = number(value(name), name);
        return value == Outline.NONE ? null : outline.number(value);
    }

    public @Nullable Fields object(String name) {
        int value = typed(value(name), Outline.OBJECT, name, "must be an object");
        return value == Outline.NONE ? null : new Fields(outline, value, flaws);
    }

    /** How many elements an array has; 0 when there is no array, and no flaw. */
    public int elements(String name) {
        int value = value(name);
        return value != Outline.NONE && outline.kind(value) == Outline.ARRAY ? elements(value) : 0;
    }

    /** Each of an array's objects; null when there is no array. */
    public @Nullable List<Fields> objects(String name, int most) {
        int array = typed(value(name), Outline.ARRAY, name, "must be an array");
        if (array == Outline.NONE) {
            return null;
        }
        int count = elements(array);
        if (count > most) {
            flaw(name, "must have at most %d elements".formatted(most));
            return List.of();
        }
        var objects = new ArrayList<Fields>(count);
        for (int each = outline.first(array); each < outline.end(array); each = outline.next(each)) {
            if (outline.kind(each) == Outline.OBJECT) {
                objects.add(new Fields(outline, each, flaws));
            } else {
                flaws.add(outline.pointer(array, each), "must be an object");
            }
        }
        return objects;
    }

    /**
     * The first so many strings, numbers and flags, in canonical text by their names; without those of them whose name or
     * text is longer than this.
     */
    @SuppressWarnings("unchecked") // Of what is to be in a map of names and texts.
    public Map<String, String> scalars(int first, int longestName, int longestText) {
        Map.Entry<String, String>[] found = new Map.Entry[first];
        int kept = 0;
        int count = 0;
        for (int each = outline.first(object); each < outline.end(object) && count < first; each = outline.next(each)) {
            var text = scalar(each);
            if (text != null) {
                count++;
                var name = outline.name(each);
                if (text.length() <= longestText && name.length() <= longestName) {
                    found[kept++] = Map.entry(name, text);
                }
            }
        }
        return Map.ofEntries(Arrays.copyOf(found, kept));
    }

    private @Nullable String scalar(int value) {
        return switch (outline.kind(value)) {
            case Outline.STRING -> outline.text(value);
            case Outline.INTEGER, Outline.DECIMAL -> outline.number(value).toPlainString();
            case Outline.TRUE -> "true";
            case Outline.FALSE -> "false";
            default -> null;
        };
    }

    public boolean required(String name) {
        if (has(name)) {
            return true;
        }
        flaw(name, "is required");
        return false;
    }

    private int elements(int array) {
        int count = 0;
        for (int each = outline.first(array); each < outline.end(array); each = outline.next(each)) {
            count++;
        }
        return count;
    }

    /** What is there under a name; none when it is null. */
    private int value(String name) {
        int value = outline.find(object, name);
        return value == Outline.NONE || outline.kind(value) == Outline.NULL ? Outline.NONE : value;
    }

    private int text(int value, String name) {
        return typed(value, Outline.STRING, name, "must be a string");
    }

    private int number(int value, String name) {
        return value != Outline.NONE && isNumber(value)
                ? value
                : typed(value, Outline.DECIMAL, name, "must be a number");
    }

    private int typed(int value, int kind, String name, String otherwise) {
        if (value == Outline.NONE || outline.kind(value) == kind) {
            return value;
        }
        flaw(name, otherwise);
        return Outline.NONE;
    }

    private boolean isNumber(int value) {
        int kind = outline.kind(value);
        return kind == Outline.INTEGER || kind == Outline.DECIMAL;
    }

    private String pointer(String name) {
        return outline.pointer(object) + "/" + Outline.escaped(name);
    }
}
