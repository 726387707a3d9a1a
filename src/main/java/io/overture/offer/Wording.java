package io.overture.offer;

import java.util.Map;

/**
 * The words around a conversation, in one language.
 *
 * @param waiting until an advisor has come; promises nothing that may not happen
 * @param line where she writes
 * @param channels the name of each of {@link Channels#ALL}
 */
public record Wording(Notice waiting, Notice joined, Notice ended, Line line, Map<String, String> channels) {

    /** @param close on the button that puts it away */
    public record Notice(String title, String text, String close) {}

    public record Line(String placeholder, String send) {}

    public Wording {
        channels = Map.copyOf(channels);
    }
}
