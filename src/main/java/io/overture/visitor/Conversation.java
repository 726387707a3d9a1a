package io.overture.visitor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What she asked for by accepting an invitation, or by herself; an advisor takes it from here.
 *
 * @param id the invitation's, or her request's
 * @param messages what she wrote while waiting, at most 32
 */
public record Conversation(
        String id, String channel, @Nullable String item, String language, Instant since, List<Message> messages) {

    public static final int MOST_MESSAGES = 32;

    /** Something she wrote; {@code id} is her browser's, so that it counts once. */
    public record Message(String id, String text, Instant at) {}

    public Conversation {
        messages = List.copyOf(messages);
    }

    public boolean has(String messageId) {
        return messages.stream().anyMatch(message -> message.id().equals(messageId));
    }

    public boolean isFull() {
        return messages.size() >= MOST_MESSAGES;
    }

    public Conversation plus(Message message) {
        return new Conversation(id, channel, item, language, since, Keep.last(messages, message, MOST_MESSAGES));
    }
}
