package io.overture.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException garbled) {
            return false;
        }
    }
}
