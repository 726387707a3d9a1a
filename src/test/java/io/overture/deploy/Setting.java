package io.overture.deploy;

import java.util.Locale;

/**
 * One thing operators may set.
 *
 * @param name with {@code <key>} where a name of their own goes
 * @param standard what holds when nothing is set; empty when there is nothing
 */
record Setting(String name, String type, String standard, String meaning) {

    /** As an environment variable: upper case, everything else an underscore. */
    String variable() {
        return name.replaceAll("<\\w+>", "KEY").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Whether an environment variable is this setting's, whatever key it was given. */
    boolean isSetBy(String variable) {
        return variable.matches(variable().replaceAll("(?<=_)KEY(?=_|$)", "[A-Z0-9_]+"));
    }
}
