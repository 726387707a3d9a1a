package io.overture.advisor;

import io.overture.desk.ConsoleFrames.Refusal;
import io.overture.wire.Flaw;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What becomes of something a console asked for. */
sealed interface Answer {

    Answer DONE = new Done(null);

    /** {@code offset}: the number a message was given; null where there is none, or it is not known any more. */
    record Done(@Nullable Long offset) implements Answer {}

    /** {@code by}: who was first. */
    record Refused(Refusal code, String detail, @Nullable String by, List<Flaw> flaws) implements Answer {
        public Refused {
            flaws = List.copyOf(flaws);
        }
    }

    /** It may or may not have been done: the same again after a while. */
    record Later(Refusal code, Duration retryAfter) implements Answer {}

    static Answer refused(Refusal code, String detail) {
        return new Refused(code, detail, null, List.of());
    }

    static Answer wrong(String pointer, String detail) {
        return new Refused(Refusal.INVALID, "the frame is not valid", null, List.of(new Flaw(pointer, detail)));
    }

    /** The word for it in metrics. */
    default String word() {
        return switch (this) {
            case Done done -> "done";
            case Refused refused -> word(refused.code());
            case Later later -> word(later.code());
        };
    }

    private static String word(Refusal code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}
