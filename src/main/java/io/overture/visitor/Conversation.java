package io.overture.visitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What she asked for by accepting an invitation, or by herself, and what came of it.
 *
 * @param id the invitation's, or her request's
 * @param turn how often an advisor has been called for it, from 0: what is said for an earlier turn comes too late
 * @param messages the newest, at most 64 of 24 KiB in all
 * @param offset of the last message ever said; 0: none
 * @param seenByHer up to which message she has seen it
 * @param seenByAdvisor up to which message an advisor has
 * @param handoff where it goes on, once it has been handed over or she was shown the way
 * @param heard when somebody last said something
 */
public record Conversation(
        String id,
        Request request,
        Stage stage,
        int turn,
        List<Message> messages,
        long offset,
        long seenByHer,
        long seenByAdvisor,
        @Nullable Handoff handoff,
        Effort effort,
        Instant since,
        Instant heard) {

    public static final int MOST_MESSAGES = 64;
    public static final int MOST_BYTES = 24 * 1024;

    /** Ids and instants of a message. */
    private static final int USUAL_BYTES = 80;

    public Conversation {
        messages = List.copyOf(messages);
    }

    /** An advisor is called for the first time; {@code to} is who invited her, if a person did. */
    public static Conversation begun(String id, Request request, @Nullable String to, Instant now) {
        var waiting = new Stage.Waiting(now, now, 0, to, null);
        return new Conversation(id, request, waiting, 0, List.of(), 0, 0, 0, null, Effort.NONE, now, now);
    }

    public boolean isOpen() {
        return stage.isOpen();
    }

    /**
     * Whether nothing else may be offered to her meanwhile: it is open, or nobody came and what is offered instead is still
     * before her.
     */
    public boolean isBeforeHer() {
        return isOpen() || stage instanceof Stage.Unmet;
    }

    /** Who is there for her; null when nobody is. */
    public @Nullable Attendant advisor() {
        return stage instanceof Stage.Joined joined ? joined.advisor() : null;
    }

    public boolean isAttendedBy(String advisorId) {
        return stage instanceof Stage.Joined joined && joined.advisor().id().equals(advisorId);
    }

    public boolean has(String messageId, Message.Author from) {
        return messages.stream()
                .anyMatch(each -> each.from() == from && each.id().equals(messageId));
    }

    /** With something more said; {@code by} is the advisor, null when it is she. */
    public Conversation plus(String messageId, @Nullable Attendant by, String text, Instant now) {
        var from = by == null ? Message.Author.VISITOR : Message.Author.ADVISOR;
        var message = new Message(messageId, offset + 1, from, by == null ? null : by.id(), text, now);
        boolean again = by == null
                && messages.stream()
                        .anyMatch(each -> each.from() == from && each.text().equalsIgnoreCase(text.strip()));
        return with(it -> {
            it.messages = bounded(messages, message);
            it.offset = message.offset();
            it.heard = now;
            it.effort = again ? effort.repeated() : effort;
            if (by != null && stage instanceof Stage.Joined joined) {
                it.stage = new Stage.Joined(joined.advisor(), joined.at(), true);
            }
        });
    }

    public Message last() {
        return messages.getLast();
    }

    /** It rings again. */
    public Conversation rungAgain(Stage.Waiting waiting, Instant now) {
        return with(it ->
                it.stage = new Stage.Waiting(waiting.since(), now, waiting.round() + 1, waiting.to(), waiting.from()));
    }

    /** Somebody else is called: {@code to}, or whoever is best. */
    public Conversation calledAnew(@Nullable String to, @Nullable String from, Instant now) {
        return with(it -> {
            it.stage = new Stage.Waiting(now, now, 0, to, from);
            it.turn = turn + 1;
            it.effort = effort.calledAnew();
            it.heard = now;
        });
    }

    public Conversation joinedBy(Attendant advisor, Instant now) {
        return with(it -> {
            it.stage = new Stage.Joined(advisor, now, false);
            it.effort = stage instanceof Stage.Waiting waiting
                    ? effort.waitedMore(Duration.between(waiting.since(), now))
                    : effort;
            it.heard = now;
        });
    }

    public Conversation in(Stage next, Instant now) {
        return with(it -> {
            it.stage = next;
            it.heard = now;
        });
    }

    /** It goes on elsewhere, too. */
    public Conversation handedTo(Handoff elsewhere, Instant now) {
        return with(it -> {
            it.handoff = elsewhere;
            it.heard = now;
        });
    }

    public Conversation seenByHer(long upTo) {
        return upTo <= seenByHer ? this : with(it -> it.seenByHer = Math.min(upTo, offset));
    }

    public Conversation seenByAdvisor(long upTo) {
        return upTo <= seenByAdvisor ? this : with(it -> it.seenByAdvisor = Math.min(upTo, offset));
    }

    private static List<Message> bounded(List<Message> before, Message next) {
        var kept = new ArrayList<>(before);
        kept.add(next);
        int bytes = kept.stream().mapToInt(Conversation::bytes).sum();
        while (kept.size() > MOST_MESSAGES || bytes > MOST_BYTES) {
            bytes -= bytes(kept.removeFirst());
        }
        return kept;
    }

    private static int bytes(Message message) {
        return USUAL_BYTES + Bytes.of(message.text());
    }

    private Conversation with(Consumer<Next> change) {
        var next = new Next(this);
        change.accept(next);
        return new Conversation(
                id,
                request,
                next.stage,
                next.turn,
                next.messages,
                next.offset,
                next.seenByHer,
                next.seenByAdvisor,
                next.handoff,
                next.effort,
                since,
                next.heard);
    }

    /** The next conversation in the making: this one, but for what is set. */
    private static final class Next {
        private Stage stage;
        private int turn;
        private List<Message> messages;
        private long offset;
        private long seenByHer;
        private long seenByAdvisor;
        private @Nullable Handoff handoff;
        private Effort effort;
        private Instant heard;

        Next(Conversation before) {
            stage = before.stage;
            turn = before.turn;
            messages = before.messages;
            offset = before.offset;
            seenByHer = before.seenByHer;
            seenByAdvisor = before.seenByAdvisor;
            handoff = before.handoff;
            effort = before.effort;
            heard = before.heard;
        }
    }
}
