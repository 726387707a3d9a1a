package io.overture.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something for an advisor to do when she comes to it.
 *
 * @param id whoever raises a task names it, so that raising it twice is once
 * @param title key of the words a console shows, such as {@code delivered}
 * @param owner whose list it is on
 * @param client the house's id of whom it is about, when she is known
 * @param handle of the visitor it is about, with her {@code site}
 * @param due when it is best done; null: whenever
 * @param weight what is at stake; in money, the book's currency where it is known
 * @param standing what the book multiplies by for who she is; zero for a stranger
 * @param isPromised whether she was told that somebody will see to it: then nothing newer takes its place
 * @param settledBy who did or dismissed it; null while it is open
 * @param isPriced whether the weight rests on a price the house knows, and not on what is assumed or claimed
 */
public record Task(
        String id,
        Kind kind,
        String title,
        Owner owner,
        @Nullable String client,
        @Nullable String handle,
        @Nullable String site,
        @Nullable String item,
        @Nullable String note,
        Instant at,
        @Nullable Instant due,
        BigDecimal weight,
        BigDecimal standing,
        boolean isPromised,
        State state,
        @Nullable String settledBy,
        boolean isPriced) {

    /** What sort of thing it is. */
    public enum Kind {
        FOLLOW_UP,
        CARE,
        DEFECTION,
        ALERT,
        CALL_BACK,
        APPOINTMENT;

        static final Map<String, Kind> BY_WORD =
                Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kind::word, Function.identity()));

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands. */
    public enum State {
        OPEN,
        DONE,
        DISMISSED;

        static final Map<String, State> BY_WORD =
                Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(State::word, Function.identity()));

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whose list a task is on: one advisor's, or a desk's, for whoever of it comes first. */
    public record Owner(boolean isDesk, String id) {

        public static Owner advisor(String id) {
            return new Owner(false, id);
        }

        public static Owner desk(String id) {
            return new Owner(true, id);
        }

        /** {@code advisor:<id>} or {@code desk:<id>}. */
        String key() {
            return String.join(":", isDesk ? "desk" : "advisor", id);
        }

        static Owner ofKey(String key) {
            int colon = key.indexOf(':');
            return new Owner(key.startsWith("desk:"), key.substring(colon + 1));
        }
    }

    /** Done or dismissed by somebody, with a word of hers for whoever reads it later. */
    Task settled(State next, String by, @Nullable String word) {
        return new Task(
                id,
                kind,
                title,
                owner,
                client,
                handle,
                site,
                item,
                word == null ? note : word,
                at,
                due,
                weight,
                standing,
                isPromised,
                next,
                by,
                isPriced);
    }
}
