package io.overture.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Short texts that come again and again, as names and codes do: one string for all of them. Each has one place, which the
 * next of another text takes, so that no stranger can fill it. Secrets are longer than what is kept here.
 */
final class Vocabulary {

    /** Less than the 22 characters of the shortest secret. */
    private static final int LONGEST = 20;

    private static final int PLACES = 512;

    // Without a lock: a string is immutable, and whichever was put last is as good as any.
    private static final @Nullable String[] WORDS = new @Nullable String[PLACES];

    private Vocabulary() {}

    /** The text of these bytes of UTF-8. */
    static String text(byte[] bytes, int start, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return made(bytes, start, length);
        }
        int hash = 0;
        boolean hasLetter = false;
        for (int i = start; i < start + length; i++) {
            if (!isOfAName(bytes[i])) {
                return made(bytes, start, length);
            }
            hasLetter |= bytes[i] >= 'A';
            hash = 31 * hash + bytes[i];
        }
        if (!hasLetter) {
            return made(bytes, start, length);
        }
        int place = (hash ^ hash >>> 9 ^ hash >>> 18) & PLACES - 1;
        var known = WORDS[place];
        if (known != null && isSame(known, bytes, start, length)) {
            return known;
        }
        var word = made(bytes, start, length);
        WORDS[place] = word;
        return word;
    }

    /** Neither what people write nor how they are reached: no space, no {@code @}, no {@code +}; and not of digits alone. */
    private static boolean isOfAName(byte each) {
        return each >= 'a' && each <= 'z'
                || each >= 'A' && each <= 'Z'
                || each >= '0' && each <= '9'
                || each == '_'
                || each == '-'
                || each == '.';
    }

    private static boolean isSame(String word, byte[] bytes, int start, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != bytes[start + i]) {
                return false;
            }
        }
        return true;
    }

    private static String made(byte[] bytes, int start, int length) {
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }
}
