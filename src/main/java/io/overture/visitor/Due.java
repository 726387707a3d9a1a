package io.overture.visitor;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the world outside her shard must be told, kept with her until it has been: done at least once, and keyed, so
 * that twice is once.
 */
public sealed interface Due {

    String id();

    /** More than so many, or than about so many bytes, are not piled up for one visitor: nothing new is begun meanwhile. */
    int MOST = 64;

    int MOST_BYTES = 12 * 1024;

    /** Whether so much is due that nothing more may be begun until some of it is told. */
    static boolean isMuch(List<Due> dues) {
        return dues.size() >= MOST || dues.stream().mapToInt(Due::size).sum() >= MOST_BYTES;
    }

    /** Bytes of it as kept, roughly. */
    default int size() {
        return USUAL_BYTES
                + switch (this) {
                    case Wanted wanted -> size(wanted.request());
                    case Finished finished -> size(finished.request());
                    case Promised promised ->
                        size(promised.request())
                                + Bytes.of(promised.contact())
                                + Bytes.of(promised.when())
                                + Bytes.of(promised.note());
                    case Said said -> Bytes.of(said.message().text());
                    case Alert alert -> Bytes.of(alert.item());
                    case Noticed noticed ->
                        noticed.notice() == null
                                ? 0
                                : Bytes.of(noticed.notice().item())
                                        + Bytes.of(noticed.notice().name());
                    case Taken taken -> 0;
                    case Kept kept -> 0;
                    case Freed freed -> 0;
                    case Forget forget -> 0;
                    case OfClient known -> Bytes.of(known.client());
                    case Returned returned -> 0;
                };
    }

    /** Whether an earlier one need not be told any more. */
    default boolean overtakes(Due earlier) {
        return this instanceof Wanted wanted
                        && earlier instanceof Wanted former
                        && former.conversation().equals(wanted.conversation())
                || this instanceof Noticed && earlier instanceof Noticed
                || this instanceof Returned back
                        && earlier instanceof Returned former
                        && former.region().equals(back.region())
                        && former.pseudonym().equals(back.pseudonym())
                || this instanceof OfClient mine
                        && earlier instanceof OfClient former
                        && former.client().equals(mine.client());
    }

    /** Ids, instants and small words. */
    int USUAL_BYTES = 160;

    private static int size(Request request) {
        return Bytes.of(request.item()) + Bytes.of(request.name());
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
            implements Promise {

        @Override
        public String asked() {
            return conversation;
        }

        /** Whether she asks for it herself: nobody invited her, and nobody has handed her over. */
        private boolean isOwn() {
            return turn == 0 && request.trigger() == null;
        }

        /** Whether it is the first call of what she asked for herself. */
        public boolean isFirstOfOwn() {
            return isOwn() && waiting.round() == 0;
        }

        /** Whether somebody unknown asks, whom nobody invited and nobody has handed over. */
        public boolean isStrangersFirst() {
            return client == null && isOwn();
        }
    }

    /** She is told that somebody will see to it when there is time: it may need a place on a list. */
    sealed interface Promise extends Due {

        /** The request it answers, by the page's id. */
        String asked();

        Request request();

        @Nullable
        String client();
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
            implements Promise {

        private static final String PREFIX = "promised:";

        public static String idOf(String asked) {
            return PREFIX + asked;
        }

        @Override
        public String asked() {
            return id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id;
        }
    }

    /**
     * A moment the advisors are told of without her being asked.
     *
     * @param isPriced as in {@link Request}
     */
    record Alert(
            String id,
            String trigger,
            @Nullable String item,
            String language,
            @Nullable String client,
            @Nullable String tier,
            BigDecimal weight,
            Instant at,
            boolean isPriced)
            implements Due {}

    /** She matters now, or no longer (null). A later notice takes the place of an earlier one. */
    record Noticed(String id, @Nullable Notice notice, Instant at) implements Due {}

    /** An invitation was shown: its slot is to be kept for as long as she may accept. */
    record Kept(String id, String offer, Instant until) implements Due {}

    /** An invitation came to nothing: its slot is free. */
    record Freed(String id, String offer) implements Due {}

    /** Everything the desk was told of her is to be forgotten. */
    record Forget(String id) implements Due {}

    /** Whether this browser is a client's, by whose id it is to be found when she is erased. The newest word counts. */
    sealed interface OfClient extends Due {

        String client();

        Instant at();
    }

    /** It is hers. */
    record Recognised(String id, String client, Instant at) implements OfClient {}

    /**
     * It is hers no longer.
     *
     * @param another whether that is because another client is at it; otherwise she is not to be known any more
     */
    record Parted(String id, String client, boolean another, Instant at) implements OfClient {}

    /**
     * The home region of a visitor who came with a passport is to count what happened here. A later word says all that an
     * earlier one did.
     *
     * @param region the home
     * @param pseudonym as the passport has it
     * @param invitedAt when an invitation was shown last since the passport was honoured
     * @param declinedAt when one was declined last since then
     */
    record Returned(
            String id,
            String region,
            String pseudonym,
            @Nullable Instant invitedAt,
            @Nullable Instant declinedAt) implements Due {}
}
