package io.overture.visitor;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a conversation.
 *
 * @param id its writer's own, so that it counts once
 * @param offset its number in the conversation, from 1, without a gap
 * @param by the advisor's id; null when the visitor wrote it
 */
public record Message(
        String id, long offset, Author from, @Nullable String by, String text, Instant at) {

    /** Who wrote. */
    public enum Author {
        VISITOR,
        ADVISOR;

        /** The word for it on the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
