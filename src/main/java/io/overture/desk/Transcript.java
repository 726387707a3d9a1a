package io.overture.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a conversation, in order and without a gap.
 *
 * @param epoch of this transcript: under another one, numbers known before mean nothing
 * @param full whether these are all lines, rather than those after the number asked for
 * @param offset of the last message told; 0: none
 */
public record Transcript(String epoch, boolean full, long offset, List<Line> lines) {

    static final Transcript NONE = new Transcript("", true, 0, List.of());

    public Transcript {
        lines = List.copyOf(lines);
    }

    /**
     * Something said, or noted.
     *
     * @param offset the message's number; of a note: that of the message it follows
     * @param note 0 for a message; notes after one message are numbered from 1
     * @param id its writer's own
     * @param by the advisor's id; null when the visitor wrote it
     */
    public record Line(
            long offset,
            int note,
            String id,
            From from,
            @Nullable String by,
            String text,
            Instant at) {

        private static final int NOTE_DECIMALS = 3;

        /** Where it belongs: a message's number, a note's a few thousandths beyond it. */
        public BigDecimal place() {
            return note == 0
                    ? BigDecimal.valueOf(offset)
                    : BigDecimal.valueOf(offset).add(BigDecimal.valueOf(note, NOTE_DECIMALS));
        }
    }

    /** Whose words. */
    public enum From {
        VISITOR,
        ADVISOR,
        /** For colleagues. */
        NOTE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static From of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
