package io.overture.engine;

import io.overture.visitor.Attendant;
import io.overture.visitor.Beacon;
import io.overture.visitor.Handoff;
import io.overture.visitor.Passport;
import io.overture.visitor.Tab;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something that happens to a visitor. All of it takes the same road. */
public sealed interface Input {

    /**
     * A batch of events.
     *
     * @param via the tab whose socket brought it, under the word of its greeting; null: it came by itself
     */
    record Arrived(Beacon beacon, @Nullable Tab via) implements Input {
        public Arrived(Beacon beacon) {
            this(beacon, null);
        }
    }

    /** Something said by a tab that was greeted before. */
    sealed interface FromTab extends Input {
        Tab tab();
    }

    /** A tab says hello, for the first time or again. {@code session} is a digest. */
    record Greeted(Tab tab, String session, Beacon.Standing standing) implements Input {}

    /** What was sent to a tab of hers may have been lost on its way. */
    record Missed(Tab tab) implements FromTab {}

    /** A tab has been closed for long enough that it will not be back. */
    record Left(Tab tab) implements Input {}

    /** She answers an invitation. */
    record Answered(
            Tab tab,
            String invitation,
            Response response,
            @Nullable String channel) implements FromTab {}

    /** She asks for an advisor herself; {@code id} is her browser's. */
    record Asked(
            Tab tab,
            String id,
            @Nullable String item,
            @Nullable String channel,
            Reply reply) implements FromTab {}

    /** How and when she wants to hear from the house, in her own words. */
    record Reply(
            @Nullable String contact,
            @Nullable String when,
            @Nullable String note) {
        public static final Reply NONE = new Reply(null, null, null);
    }

    /**
     * She came with a passport, and wishes that it be honoured.
     *
     * @param session a digest
     */
    record Honoured(String session, Beacon.Standing standing, Passport passport) implements Input {}

    /**
     * What happened to her in another region, where she went with a passport of ours.
     *
     * @param of her name in the journal when it was given: who was forgotten since is somebody else
     */
    record Returned(
            String of,
            @Nullable Instant invitedAt,
            @Nullable Instant declinedAt) implements Input {}

    /** What had been due has been told. */
    record Told(List<String> ids) implements Input {
        public Told {
            ids = List.copyOf(ids);
        }
    }

    /** It is time to look again. */
    record Woken() implements Input {}

    /**
     * The house erases her.
     *
     * @param client if this is that client's browser, and not otherwise; null: whosever it is
     */
    record Erased(@Nullable String client) implements Input {
        public Erased() {
            this(null);
        }
    }

    /**
     * An advisor invites her in person.
     *
     * @param id the advisor's console's
     * @param closed pages of hers that have just been closed, though it is not yet certain that she will not be back
     */
    record Invited(String id, Attendant by, List<String> channels, List<Tab> closed) implements Input {
        public Invited {
            channels = List.copyOf(channels);
            closed = List.copyOf(closed);
        }
    }

    /** The slot held for an invitation is no longer there. */
    record SlotLost(String offer) implements Input {}

    /** The slot held for an invitation that was not answered in a while is wanted for a client. */
    record SlotYielded(String offer) implements Input {}

    /** Something that happens in a conversation, on her side or the house's. */
    sealed interface InConversation extends Input {
        String conversation();
    }

    /** She writes; {@code id} is her browser's. */
    record Wrote(Tab tab, String conversation, String id, String text) implements InConversation, FromTab {}

    /** She has seen it, up to a message. */
    record Saw(Tab tab, String conversation, long offset) implements InConversation, FromTab {}

    /** She is writing. */
    record Typed(Tab tab, String conversation) implements InConversation, FromTab {}

    /** She ends it. */
    record Hung(Tab tab, String conversation) implements InConversation, FromTab {}

    /** She says how it was, from 1 to 5. */
    record Rated(Tab tab, String conversation, int score) implements InConversation, FromTab {}

    /** An advisor takes it. */
    record Claimed(String conversation, Attendant advisor) implements InConversation {}

    /** The advisor writes; {@code id} is her console's. */
    record Spoke(String conversation, String advisor, String id, String text) implements InConversation {}

    /** The advisor has seen it, up to a message. */
    record Read(String conversation, String advisor, long offset) implements InConversation {}

    /** The advisor is writing. */
    record Wording(String conversation, String advisor) implements InConversation {}

    /** The advisor shows her the way to the house's own tool, and stays. */
    record Pointed(String conversation, String advisor, Handoff to) implements InConversation {}

    /** The advisor hands it over to a colleague's or a desk's id, or (null) to whoever is best. */
    record Transferred(
            String conversation, String advisor, @Nullable String to) implements InConversation {}

    /** The advisor ends it; {@code complaint}: she is not to be asked how it was. */
    record Finished(String conversation, String advisor, boolean complaint) implements InConversation {}

    /** Nobody is there to be called for this turn of it. */
    record Nobody(String conversation, int turn) implements InConversation {}

    /** The advisor who has it is gone without a word. */
    record Lost(String conversation, String advisor) implements InConversation {}

    /** The house's own tool has taken this turn of it. */
    record HandedOver(String conversation, int turn, Handoff to) implements InConversation {}

    /** What a tab says of an invitation. */
    enum Response {
        SHOWN,
        ACCEPTED,
        DECLINED,
        DISMISSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
