package io.overture.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON within the contract's bounds: depth, lengths, no name twice. What breaks a bound becomes a flaw and reading
 * goes on, so that one answer names everything; only what is not JSON at all ends it. Nothing is made of a value until
 * somebody {@linkplain Fields asks} for it.
 */
public final class JsonText {

    public static final int DEEPEST = 8;
    public static final int LONGEST = 512;

    private static final String TOO_DEEP = "is nested deeper than %d levels".formatted(DEEPEST);

    /** The places where a visitor's page may have more to say: signed tokens. */
    public static final Map<String, Integer> LONGER = Map.of("/client", 4096, "/passport", 4096);

    /** More digits, before or after the point, than any double has. */
    private static final int WILD_SCALE = 400;

    /** More names than that in one object are looked up, not compared one by one. */
    private static final int MANY_NAMES = 32;

    private static final int MOST_NAME = 50_000;
    private static final int LONG_DIGITS = 18;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Lexer lexer;
    private final Outline outline;
    private final Map<String, Integer> longer;
    private final Flaws flaws;

    private JsonText(byte[] bytes, Map<String, Integer> longer, Flaws flaws) {
        this.lexer = new Lexer(bytes);
        this.outline = new Outline(bytes);
        this.longer = longer;
        this.flaws = flaws;
    }

    /**
     * The fields of an object. Null: it is none, or no JSON, which is a flaw of the whole.
     *
     * @param bytes UTF-8, strictly; the reader's from now on, which resolves escapes in place
     */
    public static @Nullable Fields read(byte[] bytes, Flaws flaws) {
        if (!Unicode.isUtf8(bytes)) {
            flaws.add("", "is not UTF-8");
            return null;
        }
        return read(bytes, LONGER, flaws);
    }

    /**
     * The same of a text.
     *
     * @param longer by pointer, strings that may be longer than {@link #LONGEST}, and how long
     */
    public static @Nullable Fields read(String text, Map<String, Integer> longer, Flaws flaws) {
        return read(text.getBytes(StandardCharsets.UTF_8), longer, flaws);
    }

    private static @Nullable Fields read(byte[] bytes, Map<String, Integer> longer, Flaws flaws) {
        if (begins(bytes, BYTE_ORDER_MARK)) {
            flaws.add("", "begins with a byte order mark");
            return null;
        }
        try {
            return new JsonText(bytes, longer, flaws).document();
        } catch (Lexer.NotJson notJson) {
            flaws.add("", "is not JSON");
            return null;
        }
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private @Nullable Fields document() throws Lexer.NotJson {
        int first = lexer.next();
        if (first == Lexer.END) {
            flaws.add("", "is empty");
            return null;
        }
        alone(first);
        value(first, 1, outline.addElement(0), Outline.ROOT);
        int more = lexer.next();
        if (more != Lexer.END) {
            alone(more);
            flaws.add("", "goes on after its end");
            return null;
        }
        if (outline.kind(Outline.ROOT) != Outline.OBJECT) {
            flaws.add("", "must be an object");
            return null;
        }
        return new Fields(outline, Outline.ROOT, flaws);
    }

    /** A value that is in none: a number ends only with the text, or at white space. */
    private void alone(int first) throws Lexer.NotJson {
        lexer.value(first);
        if (first == '-' || (first >= '0' && first <= '9')) {
            lexer.space();
        }
    }

    private void value(int first, int depth, int value, int parent) throws Lexer.NotJson {
        switch (first) {
            case '{', '[' -> container(first, depth, value, parent);
            case '"' -> string(value, parent);
            case 't' -> outline.scalar(value, Outline.TRUE, 0, 0);
            case 'f' -> outline.scalar(value, Outline.FALSE, 0, 0);
            case 'n' -> outline.scalar(value, Outline.NULL, 0, 0);
            default -> number(value, parent);
        }
    }

    private void container(int first, int depth, int value, int parent) throws Lexer.NotJson {
        if (depth > DEEPEST) {
            outline.scalar(value, Outline.NULL, 0, 0);
            flaw(parent, value, TOO_DEEP);
            skip(first);
            return;
        }
        outline.container(value, first == '{' ? Outline.OBJECT : Outline.ARRAY, parent);
        if (first == '{') {
            object(value, depth);
        } else {
            array(value, depth);
        }
        outline.close(value);
    }

    private void object(int object, int depth) throws Lexer.NotJson {
        Set<String> names = null;
        int count = 0;
        int token = lexer.next();
        if (token == '}') {
            return;
        }
        while (true) {
            if (token != '"') {
                throw Lexer.NOT_JSON;
            }
            name();
            int start = lexer.start();
            int end = lexer.end();
            int length = lexer.length();
            boolean isWhole = lexer.isWhole();
            lexer.expect(':');
            int first = lexer.value(lexer.next());
            if (length > LONGEST) {
                flaw(Outline.NONE, object, "has a name of more than %d characters".formatted(LONGEST));
                skip(first);
            } else if (!isWhole) {
                flaw(Outline.NONE, object, "has a name that is not Unicode: half of a surrogate pair");
                skip(first);
            } else {
                if (++count > MANY_NAMES && names == null) {
                    names = names(object);
                }
                int value = outline.add(start, end);
                boolean isTwice = names == null ? outline.isTwice(object, value) : !names.add(outline.name(value));
                if (isTwice) {
                    flaw(object, value, "is there twice");
                }
                value(first, depth + 1, value, object);
                if (isTwice) {
                    outline.cut(value);
                }
            }
            token = lexer.next();
            if (token == '}') {
                return;
            }
            if (token != ',') {
                throw Lexer.NOT_JSON;
            }
            token = lexer.next();
        }
    }

    private void name() throws Lexer.NotJson {
        lexer.string();
        if (lexer.length() > MOST_NAME) {
            throw Lexer.NOT_JSON;
        }
    }

    private Set<String> names(int object) {
        var names = new HashSet<String>();
        for (int each = outline.first(object); each < outline.size(); each = outline.next(each)) {
            names.add(outline.name(each));
        }
        return names;
    }

    private void array(int array, int depth) throws Lexer.NotJson {
        int token = lexer.next();
        if (token == ']') {
            return;
        }
        for (int i = 0; ; i++) {
            lexer.value(token);
            value(token, depth + 1, outline.addElement(i), array);
            token = lexer.next();
            if (token == ']') {
                return;
            }
            if (token != ',') {
                throw Lexer.NOT_JSON;
            }
            token = lexer.next();
        }
    }

    private void string(int value, int parent) throws Lexer.NotJson {
        lexer.string();
        outline.scalar(value, Outline.STRING, lexer.start(), lexer.end());
        if (lexer.length() > LONGEST) {
            int longest = longer.getOrDefault(outline.pointer(parent, value), LONGEST);
            if (lexer.length() > longest) {
                flaw(parent, value, "must have at most %d characters".formatted(longest));
            }
        }
        if (!lexer.isWhole()) {
            outline.tear(value);
            flaw(parent, value, "is not Unicode: half of a surrogate pair");
        }
    }

    private void number(int value, int parent) {
        int start = lexer.start();
        int end = lexer.end();
        if (Math.abs(lexer.scale()) > WILD_SCALE) {
            // Of no digits: nothing, for whoever reads on.
            outline.scalar(value, Outline.INTEGER, start, start);
            flaw(parent, value, "is a number beyond all bounds");
        } else {
            boolean isShort = lexer.isInteger() && end - start <= LONG_DIGITS;
            outline.scalar(value, isShort ? Outline.INTEGER : Outline.DECIMAL, start, end);
        }
    }

    /** Reads over a value of which nothing counts but that it is JSON, however deep. */
    private void skip(int first) throws Lexer.NotJson {
        if (first == '"') {
            lexer.string();
        }
        if (first != '{' && first != '[') {
            return;
        }
        var objects = new BitSet();
        objects.set(0, first == '{');
        int depth = 1;
        boolean isNew = true;
        while (depth > 0) {
            boolean inObject = objects.get(depth - 1);
            int token = lexer.next();
            if (token == (inObject ? '}' : ']')) {
                depth--;
                isNew = false;
                continue;
            }
            if (!isNew) {
                if (token != ',') {
                    throw Lexer.NOT_JSON;
                }
                token = lexer.next();
            }
            if (inObject) {
                if (token != '"') {
                    throw Lexer.NOT_JSON;
                }
                name();
                lexer.expect(':');
                token = lexer.next();
            }
            lexer.value(token);
            isNew = token == '{' || token == '[';
            if (isNew) {
                objects.set(depth++, token == '{');
            } else if (token == '"') {
                lexer.string();
            }
        }
    }

    private void flaw(int parent, int value, String detail) {
        if (!flaws.isFull()) {
            flaws.add(outline.pointer(parent, value), detail);
        }
    }
}
