package io.overture.wire;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Where each value of a JSON text stands, in the order of the text: a container, then all that is in it. A value is made
 * only when it is asked for, and nothing but this list is kept of those that are not.
 *
 * <p>A value is known by its number. Each has four words: what it is; where its name begins, or which element it is; then
 * of a container the one it is in and the first value behind it, of another value where its bytes begin and end.
 */
final class Outline {

    static final int NONE = -1;
    static final int ROOT = 0;

    static final int OBJECT = 0;
    static final int ARRAY = 1;
    static final int STRING = 2;
    /** Of few enough digits for a {@code long}. */
    static final int INTEGER = 3;

    static final int DECIMAL = 4;
    static final int TRUE = 5;
    static final int FALSE = 6;
    static final int NULL = 7;

    private static final int KIND = 7;
    private static final int TORN = 8;
    private static final int ELEMENT = 16;
    private static final int NAME_SHIFT = 8;

    private static final int WORDS = 4;
    private static final int NAME = 1;
    private static final int START = 2;
    private static final int PARENT = 2;
    private static final int END = 3;

    /** What the outline of a body as large as allowed takes is not kept for the next. */
    private static final int MOST_LEFT = 4 * 1024;

    private static final int[] NOTHING = {};
    private static final ThreadLocal<Left> LEFT = ThreadLocal.withInitial(Left::new);

    /** What the last outline on a thread left for the next. */
    private static final class Left {
        private int[] words = NOTHING;
    }

    private final byte[] bytes;
    private int[] words;
    private int size;

    Outline(byte[] bytes) {
        this.bytes = bytes;
        this.words = take((bytes.length / 18 + 4) * WORDS);
    }

    private static int[] take(int least) {
        var left = LEFT.get();
        var words = left.words;
        if (words.length < least) {
            return new int[least];
        }
        left.words = NOTHING;
        return words;
    }

    /** Nobody asks this one any more. */
    void leave() {
        var left = LEFT.get();
        if (words.length <= MOST_LEFT && words.length > left.words.length) {
            left.words = words;
        }
        words = NOTHING;
        size = 0;
    }

    /** How many values there are. */
    int size() {
        return size;
    }

    /** Forgets the values from this one on. */
    void cut(int to) {
        size = to;
    }

    /** A value under a name. */
    int add(int nameStart, int nameEnd) {
        return append(nameEnd - nameStart << NAME_SHIFT, nameStart);
    }

    int addElement(int index) {
        return append(ELEMENT, index);
    }

    private int append(int what, int name) {
        int at = size * WORDS;
        if (at == words.length) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        words[at] = what;
        words[at + NAME] = name;
        return size++;
    }

    void container(int value, int kind, int parent) {
        words[value * WORDS] |= kind;
        words[value * WORDS + PARENT] = parent;
        close(value);
    }

    /** Whatever came since is in it. */
    void close(int container) {
        words[container * WORDS + END] = size;
    }

    void scalar(int value, int kind, int start, int end) {
        words[value * WORDS] |= kind;
        words[value * WORDS + START] = start;
        words[value * WORDS + END] = end;
    }

    /** A string with half of a surrogate pair in it. */
    void tear(int string) {
        words[string * WORDS] |= TORN;
    }

    int kind(int value) {
        return words[value * WORDS] & KIND;
    }

    int first(int container) {
        return container + 1;
    }

    /** The first value that is not in it. */
    int end(int container) {
        return words[container * WORDS + END];
    }

    /** What comes after a value and all that is in it. */
    int next(int value) {
        return kind(value) <= ARRAY ? end(value) : value + 1;
    }

    /** The value under a name, or {@link #NONE}. */
    int find(int object, String name) {
        for (int each = first(object); each < end(object); each = next(each)) {
            if (isNamed(each, name)) {
                return each;
            }
        }
        return NONE;
    }

    /** Whether a value before this one has the same name in the same object. */
    boolean isTwice(int object, int value) {
        int start = words[value * WORDS + NAME];
        int length = nameLength(value);
        for (int each = first(object); each < value; each = next(each)) {
            int other = words[each * WORDS + NAME];
            if (nameLength(each) == length
                    && Arrays.equals(bytes, other, other + length, bytes, start, start + length)) {
                return true;
            }
        }
        return false;
    }

    /** @param name of ASCII */
    private boolean isNamed(int value, String name) {
        return nameLength(value) == name.length() && stands(words[value * WORDS + NAME], name);
    }

    /** @param text of ASCII */
    boolean isText(int string, String text) {
        int start = words[string * WORDS + START];
        return words[string * WORDS + END] - start == text.length() && stands(start, text);
    }

    private boolean stands(int start, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String name(int value) {
        return Vocabulary.text(bytes, words[value * WORDS + NAME], nameLength(value));
    }

    private int nameLength(int value) {
        return words[value * WORDS] >>> NAME_SHIFT;
    }

    String text(int string) {
        int start = words[string * WORDS + START];
        int length = words[string * WORDS + END] - start;
        return (words[string * WORDS] & TORN) == 0
                ? Vocabulary.text(bytes, start, length)
                : Unicode.torn(bytes, start, length);
    }

    /** The {@link #INTEGER} it is. */
    long integer(int integer) {
        return Numbers.integer(bytes, words[integer * WORDS + START], words[integer * WORDS + END]);
    }

    /** In plain spelling, as {@link Numbers#plain} has it. */
    BigDecimal number(int number) {
        return Numbers.plain(bytes, words[number * WORDS + START], words[number * WORDS + END]);
    }

    /** As RFC 6901 writes it; the root is the empty string. */
    String pointer(int container) {
        return pointer(NONE, container);
    }

    /** @param parent what it is in; a container says that itself */
    String pointer(int parent, int value) {
        return written(new StringBuilder(), parent, value).toString();
    }

    private StringBuilder written(StringBuilder to, int parent, int value) {
        if (value == ROOT) {
            return to;
        }
        int in = parent == NONE ? words[value * WORDS + PARENT] : parent;
        written(to, NONE, in).append('/');
        return (words[value * WORDS] & ELEMENT) != 0
                ? to.append(words[value * WORDS + NAME])
                : to.append(escaped(name(value)));
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
