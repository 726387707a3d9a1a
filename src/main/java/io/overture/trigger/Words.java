package io.overture.trigger;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A condition in the words of the book: {@code dwell {atLeast: 5m, within: 30m}}. */
final class Words {

    private final String name;
    private final List<String> said = new ArrayList<>();

    private Words(String name) {
        this.name = name;
    }

    static Words of(String name) {
        return new Words(name);
    }

    /** Adds a value, unless there is none. */
    Words with(String key, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> many && many.isEmpty())) {
            said.add(key + ": " + text(value));
        }
        return this;
    }

    @Override
    public String toString() {
        return name + " {" + String.join(", ", said) + "}";
    }

    private static String text(Object value) {
        return switch (value) {
            case Duration duration -> text(duration);
            case BigDecimal number -> number.toPlainString();
            case Collection<?> one when one.size() == 1 -> text(one.iterator().next());
            case Collection<?> many ->
                "[" + String.join(", ", many.stream().map(Words::text).toList()) + "]";
            case Map<?, ?> map ->
                "{"
                        + String.join(
                                ", ",
                                map.entrySet().stream()
                                        .map(each -> each.getKey() + ": " + text(each.getValue()))
                                        .sorted()
                                        .toList())
                        + "}";
            default -> value.toString();
        };
    }

    private static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0) {
            return duration.toDays() + "d";
        }
        if (seconds % 3_600 == 0) {
            return duration.toHours() + "h";
        }
        return seconds % 60 == 0 ? duration.toMinutes() + "m" : seconds + "s";
    }
}
