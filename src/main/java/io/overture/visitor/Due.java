package io.overture.visitor;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the world outside her shard must be told, kept with her until it has been: done at least once, and keyed, so
 * that twice is once.
 */
public sealed interface Due {

    String id();

    /** Whether an earlier one need not be told any more. */
    default boolean overtakes(Due earlier) {
        return this instanceof Wanted wanted
                        && earlier instanceof Wanted former
                        && former.conversation().equals(wanted.conversation())
                || this instanceof Noticed && earlier instanceof Noticed;
    }

    /** An advisor is to be called. A later call for the same conversation takes the place of an earlier one. */
    record Wanted(
            String id,
            String conversation,
            int turn,
            Stage.Waiting waiting,
            Request request,
            @Nullable String client,
            @Nullable String tier)
            implements Due {

        /** Whether somebody unknown asks, whom nobody invited and nobody has handed over. */
        public boolean isStrangersFirst() {
            return client == null && turn == 0 && request.trigger() == null;
        }
    }

    /** An advisor has taken a conversation. */
    record Taken(String id, String conversation, int turn, Attendant advisor, Instant at) implements Due {}

    /** A conversation has come to an end, or to nobody. */
    record Finished(
            String id,
            String conversation,
            Stage.Ending ending,
            @Nullable String advisor,
            Request request,
            Effort effort,
            @Nullable String client,
            @Nullable String tier,
            Instant at)
            implements Due {}

    /** Something was said in a conversation. */
    record Said(String id, String conversation, Message message) implements Due {}

    /**
     * She asks to be called back, or for an appointment, in her own words.
     *
     * @param instead the conversation in which nobody came, if this is what becomes of it
     */
    record Promised(
            String id,
            @Nullable String instead,
            Request request,
            @Nullable String contact,
            @Nullable String when,
            @Nullable String note,
            @Nullable String client,
            @Nullable String tier,
            Instant at)
            implements Due {}

    /** A moment the advisors are told of without her being asked. */
    record Alert(
            String id,
            String trigger,
            @Nullable String item,
            String language,
            @Nullable String client,
            @Nullable String tier,
            BigDecimal weight,
            Instant at)
            implements Due {}

    /** She matters now, or no longer (null). A later notice takes the place of an earlier one. */
    record Noticed(String id, @Nullable Notice notice, Instant at) implements Due {}

    /** An invitation was shown: its slot is to be kept for as long as she may accept. */
    record Kept(String id, String offer, Instant until) implements Due {}

    /** An invitation came to nothing: its slot is free. */
    record Freed(String id, String offer) implements Due {}

    /** Everything the desk was told of her is to be forgotten. */
    record Forget(String id) implements Due {}
}
