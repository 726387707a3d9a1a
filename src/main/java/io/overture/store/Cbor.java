package io.overture.store;

import java.io.CharConversionException;
import java.io.IOException;
import java.util.Arrays;

/**
 * The few things of CBOR (RFC 8949) that a value consists of: arrays, texts, integers, booleans and null, each in its
 * shortest form. A text that occurs again is a reference to where it first stood (tags 25 and 256,
 * {@code cbor.schmorp.de/stringref}). Byte for byte what Jackson's generator writes, which values were written by before and
 * by whose parser they are read; {@code CborTest} holds it to that.
 *
 * <p>Its room serves one value after the other, so that a value costs no more than its own bytes. For one thread.
 */
final class Cbor {

    /** Of characters: a longer text is written in pieces, and never referred to. */
    static final int LONGEST_PIECE = 3_996;

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1 << 5;
    private static final int TEXT = 3 << 5;
    private static final int ARRAY = 4 << 5;
    private static final int TAG = 6 << 5;
    private static final int FALSE = 0xf4;
    private static final int TRUE = 0xf5;
    private static final int NULL = 0xf6;
    private static final int INDEFINITE = 31;
    private static final int BREAK = 0xff;

    private static final int REFERENCE = 25;
    private static final int NAMESPACE = 256;

    private static final int USUAL_SIZE = 4 * 1024;
    private static final int USUAL_DEPTH = 16;
    private static final int MOST_BYTES_OF_A_CHAR = 3;
    private static final int LONGEST_HEAD = 9;

    /** What a value larger than nearly all has made it take is given back afterwards. */
    private static final int MOST_KEPT = 2 * Codec.MOST_BYTES;

    private final TextTable known = new TextTable();
    private byte[] bytes = new byte[USUAL_SIZE];
    private int size;
    /** Of each array that is open, how many values are still to come; the outermost first. */
    private int[] missing = new int[USUAL_DEPTH];

    private int depth;

    /** Begins a value, whatever became of the last one. */
    void begin() {
        size = 0;
        depth = 0;
        known.forget();
    }

    /** From here on texts are referred to. */
    void openNamespace() {
        head(TAG, NAMESPACE);
    }

    /** The value that is written; what has been remembered of it is forgotten. */
    byte[] end() {
        var value = Arrays.copyOf(bytes, size);
        begin();
        if (bytes.length > MOST_KEPT) {
            bytes = new byte[USUAL_SIZE];
        }
        return value;
    }

    /** One byte as it is. */
    void raw(int value) {
        make(1);
        bytes[size++] = (byte) value;
    }

    /** As many values follow. */
    void open(int length) {
        count();
        head(ARRAY, length);
        if (depth == missing.length) {
            missing = Arrays.copyOf(missing, 2 * depth);
        }
        missing[depth++] = length;
    }

    /** @throws IOException not as many values have followed */
    void close() throws IOException {
        if (missing[--depth] != 0) {
            throw new IOException("an array has other than as many values as it says");
        }
    }

    private void count() {
        if (depth > 0) {
            missing[depth - 1]--;
        }
    }

    void nothing() {
        count();
        raw(NULL);
    }

    void flag(boolean value) {
        count();
        raw(value ? TRUE : FALSE);
    }

    void number(long value) {
        count();
        if (value >= 0) {
            head(UNSIGNED, value);
        } else {
            head(NEGATIVE, ~value);
        }
    }

    /** @throws CharConversionException half of a character stands alone in it */
    void text(String value) throws CharConversionException {
        count();
        int length = value.length();
        if (length > LONGEST_PIECE) {
            inPieces(value, length);
            return;
        }
        int number = known.find(value);
        if (number >= 0) {
            head(TAG, REFERENCE);
            head(UNSIGNED, number);
            return;
        }
        int written = piece(value, 0, length);
        if (isWorthReferring(written)) {
            known.add(value);
        }
    }

    /** A reference is never longer than what it stands for. */
    private boolean isWorthReferring(int written) {
        int next = known.size();
        return written >= (next < 24 ? 3 : next < 256 ? 4 : next < 65_536 ? 5 : 7);
    }

    private void inPieces(String value, int length) throws CharConversionException {
        raw(TEXT | INDEFINITE);
        int from = 0;
        while (from < length) {
            int to = Math.min(length, from + LONGEST_PIECE);
            // The two halves of a character stay together.
            if (to < length && Character.isHighSurrogate(value.charAt(to - 1))) {
                to--;
            }
            piece(value, from, to);
            from = to;
        }
        raw(BREAK);
    }

    /** Its length in bytes, which is not known before it is written: mostly it has as many characters. */
    private int piece(String value, int from, int to) throws CharConversionException {
        make(LONGEST_HEAD + MOST_BYTES_OF_A_CHAR * (to - from));
        int guess = lengthOfHead(to - from);
        int start = size + guess;
        int written = encode(value, from, to, start) - start;
        int needed = lengthOfHead(written);
        if (needed != guess) {
            System.arraycopy(bytes, start, bytes, size + needed, written);
        }
        head(TEXT, written);
        size += written;
        return written;
    }

    /** As UTF-8; answers where it ends. */
    private int encode(String value, int from, int to, int start) throws CharConversionException {
        var room = bytes;
        int at = start;
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                room[at++] = (byte) c;
            } else if (c < 0x800) {
                room[at++] = (byte) (0xc0 | c >> 6);
                room[at++] = (byte) (0x80 | c & 0x3f);
            } else if (!Character.isSurrogate(c)) {
                room[at++] = (byte) (0xe0 | c >> 12);
                room[at++] = (byte) (0x80 | c >> 6 & 0x3f);
                room[at++] = (byte) (0x80 | c & 0x3f);
            } else if (i + 1 < to && Character.isSurrogatePair(c, value.charAt(i + 1))) {
                int point = Character.toCodePoint(c, value.charAt(++i));
                room[at++] = (byte) (0xf0 | point >> 18);
                room[at++] = (byte) (0x80 | point >> 12 & 0x3f);
                room[at++] = (byte) (0x80 | point >> 6 & 0x3f);
                room[at++] = (byte) (0x80 | point & 0x3f);
            } else {
                throw new CharConversionException("half of a character stands alone");
            }
        }
        return at;
    }

    private static int lengthOfHead(int value) {
        return value < 24 ? 1 : value < 0x100 ? 2 : value < 0x1_0000 ? 3 : 5;
    }

    private void head(int kind, long value) {
        make(LONGEST_HEAD);
        if (value < 24) {
            bytes[size++] = (byte) (kind | (int) value);
            return;
        }
        int power = value < 0x100 ? 0 : value < 0x1_0000 ? 1 : value < 0x1_0000_0000L ? 2 : 3;
        bytes[size++] = (byte) (kind | 24 + power);
        for (int shift = ((1 << power) - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    private void make(int room) {
        if (bytes.length - size < room) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + room));
        }
    }
}
