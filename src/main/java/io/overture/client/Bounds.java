package io.overture.client;

import org.jspecify.annotations.Nullable;

/** How long texts may be; what somebody writes beyond that is cut off rather than refused. */
final class Bounds {

    static final int ID = 128;
    static final int WORD = 64;
    static final int NAME = 200;
    static final int PATH = 200;
    static final int TEXT = 1_000;
    static final int LANGUAGE = 35;

    private Bounds() {}

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    static @Nullable String cutOrNull(@Nullable String text, int most) {
        return text == null ? null : cut(text, most);
    }
}
