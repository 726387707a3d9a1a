package io.overture.offer;

import java.util.List;
import java.util.Map;

/**
 * The words around a conversation, in one language.
 *
 * @param waiting until an advisor has come; promises nothing that may not happen
 * @param handed the house's own tool has it, by a link
 * @param introducing while a colleague takes over
 * @param nobody it ended because nobody was free: honest, with a call back or an appointment instead
 * @param asked once she has asked for one of those
 * @param full when that cannot be promised: nothing was passed on, and later it may
 * @param line where she writes
 * @param channels the name of each of {@link Channels#ALL}
 */
public record Wording(
        Notice waiting,
        Notice joined,
        Notice handed,
        Notice introducing,
        Notice ended,
        Notice nobody,
        Notice asked,
        Notice full,
        Line line,
        Talk talk,
        Map<String, String> channels) {

    /** @param close on the button that puts it away */
    public record Notice(String title, String text, String close) {}

    public record Line(String placeholder, String send) {}

    /**
     * The small words of a conversation.
     *
     * @param typing while the advisor writes
     * @param seen under her last message that was read
     * @param leave on the button that ends it
     * @param question asked rarely, once it has ended
     * @param scale her five answers to it, from 1 to 5
     * @param contact where she may be reached, on the form for a call back or an appointment
     * @param when what suits her, in her own words
     * @param note what the advisor should know beforehand
     * @param ask on the form's button
     * @param required marks what the form cannot do without
     * @param next what happens once the form is sent
     * @param you names the writer of her own messages, to whoever hears and does not see them
     */
    public record Talk(
            String typing,
            String seen,
            String leave,
            String question,
            List<String> scale,
            String contact,
            String when,
            String note,
            String ask,
            String required,
            String next,
            String you) {

        /** The scale's length; fixed by the wire, where a score is 1 to 5. */
        public static final int SCORES = 5;

        public Talk {
            scale = List.copyOf(scale);
            if (scale.size() != SCORES) {
                throw new IllegalArgumentException("a scale has " + SCORES + " words, not " + scale.size());
            }
        }
    }

    public Wording {
        channels = Map.copyOf(channels);
    }
}
