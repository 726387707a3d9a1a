package io.overture.desk;

import java.util.Locale;

/** The protocol's word for a constant: its name in lower case. */
final class ConsoleWords {

    private ConsoleWords() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
