package io.overture.wire;

/**
 * The tokens of a JSON text (RFC 8259), one after the other. It makes no objects: escapes are resolved in place, where what
 * they stand for is never longer, and a token is where it stands.
 */
final class Lexer {

    static final int END = -1;
    static final NotJson NOT_JSON = new NotJson();

    /** As many as a number is worth reading; the rest of the house allows as many. */
    private static final int MOST_DIGITS = 1000;

    private static final int FOUR_BYTES = 0xf0;

    /** That the text is not JSON. It says no more than that, and costs nothing. */
    static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;

        private NotJson() {
            super(null, null, false, false);
        }
    }

    private final byte[] bytes;
    private int at;
    private int start;
    private int end;
    private int length;
    private boolean isWhole;
    private boolean isInteger;
    private long scale;

    /** @param bytes UTF-8; its strings are rewritten as they are read */
    Lexer(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Where the last string or number begins. */
    int start() {
        return start;
    }

    /** Where it ends: the first byte that is not of it. */
    int end() {
        return end;
    }

    /** How many UTF-16 units the last string has. */
    int length() {
        return length;
    }

    /** Whether no half of a surrogate pair stands alone in the last string; if one does, it is three bytes as others are. */
    boolean isWhole() {
        return isWhole;
    }

    /** Whether the last number has neither a point nor an exponent. */
    boolean isInteger() {
        return isInteger;
    }

    /** By how many decimals the last number's digits are to be moved; negative: to the left. */
    long scale() {
        return scale;
    }

    /** The first byte of the next token, {@link #END} when there is none. */
    int next() {
        while (at < bytes.length) {
            byte each = bytes[at++];
            if (!isSpace(each)) {
                return each & 0xff;
            }
        }
        return END;
    }

    private static boolean isSpace(byte each) {
        return each == ' ' || each == '\n' || each == '\r' || each == '\t';
    }

    /** Takes the next token, which must be this one. */
    void expect(int token) throws NotJson {
        if (next() != token) {
            throw NOT_JSON;
        }
    }

    /** A value that begins so: numbers and words are read to their end, of everything else it is known what it will be. */
    int value(int first) throws NotJson {
        switch (first) {
            case '{', '[', '"' -> {}
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(first);
            default -> throw NOT_JSON;
        }
        return first;
    }

    /** After a number that is all there is: white space, or nothing. */
    void space() throws NotJson {
        if (at < bytes.length && !isSpace(bytes[at])) {
            throw NOT_JSON;
        }
    }

    /** What follows a quotation mark, up to the next. */
    void string() throws NotJson {
        start = at;
        isWhole = true;
        int units = 0;
        while (true) {
            if (at == bytes.length) {
                throw NOT_JSON;
            }
            byte each = bytes[at];
            if (each == '"') {
                end = at++;
                length = units;
                return;
            }
            if (each == '\\') {
                escaped(units);
                return;
            }
            if (each >= 0 && each < ' ') {
                throw NOT_JSON;
            }
            units += units(each);
            at++;
        }
    }

    /** The rest of a string from its first escape on. */
    private void escaped(int before) throws NotJson {
        int units = before;
        int to = at;
        while (true) {
            if (at == bytes.length) {
                throw NOT_JSON;
            }
            byte each = bytes[at++];
            if (each == '"') {
                end = to;
                length = units;
                return;
            }
            if (each == '\\') {
                int point = escape();
                units += point > Character.MAX_VALUE ? 2 : 1;
                to = put(point, to);
            } else if (each >= 0 && each < ' ') {
                throw NOT_JSON;
            } else {
                units += units(each);
                bytes[to++] = each;
            }
        }
    }

    /** Of a sequence's first byte; the others have none. */
    private static int units(byte each) {
        if (each >= 0) {
            return 1;
        }
        return (each & 0xc0) == 0x80 ? 0 : (each & 0xff) >= FOUR_BYTES ? 2 : 1;
    }

    private int escape() throws NotJson {
        if (at == bytes.length) {
            throw NOT_JSON;
        }
        int letter = bytes[at++];
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> point();
            default -> throw NOT_JSON;
        };
    }

    private int point() throws NotJson {
        int unit = hex(at);
        if (unit < 0) {
            throw NOT_JSON;
        }
        at += 4;
        if (!Character.isSurrogate((char) unit)) {
            return unit;
        }
        if (Character.isHighSurrogate((char) unit)
                && at + 1 < bytes.length
                && bytes[at] == '\\'
                && bytes[at + 1] == 'u') {
            int low = hex(at + 2);
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                at += 6;
                return Character.toCodePoint((char) unit, (char) low);
            }
        }
        isWhole = false;
        return unit;
    }

    /** Four digits; negative when they are not there. */
    private int hex(int from) {
        if (from + 4 > bytes.length) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private int put(int point, int from) {
        int to = from;
        if (point < 0x80) {
            bytes[to++] = (byte) point;
        } else if (point < 0x800) {
            bytes[to++] = (byte) (0xc0 | point >> 6);
            bytes[to++] = (byte) (0x80 | point & 0x3f);
        } else {
            if (point < 0x10000) {
                bytes[to++] = (byte) (0xe0 | point >> 12);
            } else {
                bytes[to++] = (byte) (0xf0 | point >> 18);
                bytes[to++] = (byte) (0x80 | point >> 12 & 0x3f);
            }
            bytes[to++] = (byte) (0x80 | point >> 6 & 0x3f);
            bytes[to++] = (byte) (0x80 | point & 0x3f);
        }
        return to;
    }

    private void word(String word) throws NotJson {
        for (int i = 1; i < word.length(); i++, at++) {
            if (at == bytes.length || bytes[at] != word.charAt(i)) {
                throw NOT_JSON;
            }
        }
        if (at < bytes.length && bytes[at] != ']' && bytes[at] != '}' && isPartOfWord()) {
            throw NOT_JSON;
        }
    }

    /** Whether what stands here makes another word of the one before. */
    private boolean isPartOfWord() {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return first >= '0' && Character.isJavaIdentifierPart(first);
        }
        if (first >= FOUR_BYTES) {
            return false;
        }
        return Character.isJavaIdentifierPart(
                first < 0xe0
                        ? (first & 0x1f) << 6 | bytes[at + 1] & 0x3f
                        : (first & 0xf) << 12 | (bytes[at + 1] & 0x3f) << 6 | bytes[at + 2] & 0x3f);
    }

    private void number(int first) throws NotJson {
        start = at - 1;
        if (first != '-') {
            at--;
        }
        int whole = digits();
        if (whole == 0 || (whole > 1 && bytes[at - whole] == '0')) {
            throw NOT_JSON;
        }
        int decimals = 0;
        int exponents = 0;
        long exponent = 0;
        if (at < bytes.length && bytes[at] == '.') {
            at++;
            decimals = digits();
            if (decimals == 0) {
                throw NOT_JSON;
            }
        }
        if (at < bytes.length && (bytes[at] == 'e' || bytes[at] == 'E')) {
            at++;
            boolean isNegative = at < bytes.length && bytes[at] == '-';
            if (isNegative || (at < bytes.length && bytes[at] == '+')) {
                at++;
            }
            exponents = digits();
            if (exponents == 0) {
                throw NOT_JSON;
            }
            exponent = isNegative ? -integer(exponents) : integer(exponents);
        }
        // As it always was: with decimals alone, or an exponent alone, one digit more after a zero or at the text's
        // end.
        boolean isSpared = (decimals == 0) != (exponents == 0)
                && (at == bytes.length || bytes[first == '-' ? start + 1 : start] == '0');
        if (whole + decimals + exponents - (isSpared ? 1 : 0) > MOST_DIGITS) {
            throw NOT_JSON;
        }
        end = at;
        isInteger = decimals == 0 && exponents == 0;
        scale = decimals - exponent;
    }

    private int digits() {
        int from = at;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at - from;
    }

    /** The last so many digits, or a number beyond any use. */
    private long integer(int digits) {
        long value = 0;
        for (int i = at - digits; i < at; i++) {
            value = Math.min(Integer.MAX_VALUE, value * 10 + bytes[i] - '0');
        }
        return value;
    }
}
