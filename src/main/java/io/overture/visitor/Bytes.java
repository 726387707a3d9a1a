package io.overture.visitor;

import org.jspecify.annotations.Nullable;

/** Lengths of texts in UTF-8, as they are kept. */
final class Bytes {

    private static final int ONE = 0x80;
    private static final int TWO = 0x800;

    private Bytes() {}

    static int of(@Nullable String text) {
        int bytes = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            char each = text.charAt(i);
            // Of a pair each half makes two of its four.
            bytes += each < ONE ? 1 : each < TWO || Character.isSurrogate(each) ? 2 : 3;
        }
        return bytes;
    }
}
