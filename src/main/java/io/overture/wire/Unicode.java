package io.overture.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What may be kept and sent on: text that is the same after it went through UTF-8. */
public final class Unicode {

    private static final int DELETE = 0x7f;

    private Unicode() {}

    /** Whether no half of a surrogate pair stands in it alone. */
    public static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /**
     * Whether what a path's escapes stand for is UTF-8 (RFC 3629) without control characters: whoever reads it leniently takes
     * different ids for the same.
     *
     * @param path as it came, {@code %XX} for what has no place in it
     */
    public static boolean isWholePath(String path) {
        if (path.indexOf('%') < 0) {
            return true;
        }
        var bytes = new ByteArrayOutputStream(path.length());
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) != '%') {
                bytes.write(path.charAt(i));
                continue;
            }
            if (i + 2 >= path.length()) {
                return false;
            }
            int high = Character.digit(path.charAt(i + 1), 16);
            int low = Character.digit(path.charAt(i + 2), 16);
            int value = high * 16 + low;
            if (high < 0 || low < 0 || value < ' ' || value == DELETE) {
                return false;
            }
            bytes.write(value);
            i += 2;
        }
        return isUtf8(bytes.toByteArray());
    }

    /** Whether these bytes are UTF-8 (RFC 3629): every character in its shortest form, and no surrogates. */
    public static boolean isUtf8(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int length = sequence(bytes, at);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** How many bytes the character that begins here has, if it has more than one; 0: it is none. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return 0;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xff;
        boolean isWrong = switch (first) {
            case 0xe0 -> second < 0xa0;
            case 0xed -> second > 0x9f;
            case 0xf0 -> second < 0x90;
            case 0xf4 -> second > 0x8f;
            default -> false;
        };
        return isWrong ? 0 : length;
    }

    /** Text in which halves of surrogate pairs stand alone, in three bytes each as if they were characters. */
    static String torn(byte[] bytes, int start, int length) {
        var text = new StringBuilder(length);
        int from = start;
        for (int i = start; i + 2 < start + length; i++) {
            if ((bytes[i] & 0xff) == 0xed && (bytes[i + 1] & 0xff) > 0x9f) {
                text.append(new String(bytes, from, i - from, StandardCharsets.UTF_8))
                        .append((char) (0xd000 | (bytes[i + 1] & 0x3f) << 6 | bytes[i + 2] & 0x3f));
                from = i + 3;
            }
        }
        return text.append(new String(bytes, from, start + length - from, StandardCharsets.UTF_8))
                .toString();
    }
}
