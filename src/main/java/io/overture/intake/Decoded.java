package io.overture.intake;

import io.overture.wire.Flaw;
import io.overture.wire.Flaws;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What bytes turned out to be: something valid, or everything that is wrong with them. */
sealed interface Decoded<T> {

    record Valid<T>(T value) implements Decoded<T> {}

    /**
     * @param said what was read all the same, some of it wrong; null when nothing could be read
     */
    record Invalid<T>(List<Flaw> flaws, @Nullable T said) implements Decoded<T> {
        public Invalid {
            flaws = List.copyOf(flaws);
        }
    }

    static <T> Decoded<T> of(T value, Flaws flaws) {
        return flaws.none() ? new Valid<>(value) : new Invalid<>(flaws.all(), value);
    }

    default <R> Decoded<R> map(Function<T, R> change) {
        return switch (this) {
            case Valid<T> valid -> new Valid<>(change.apply(valid.value()));
            case Invalid<T> invalid ->
                new Invalid<>(invalid.flaws(), invalid.said() == null ? null : change.apply(invalid.said()));
        };
    }
}
