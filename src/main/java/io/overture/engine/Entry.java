package io.overture.engine;

import io.overture.trigger.Stake;
import io.overture.visitor.Beacon;
import io.overture.visitor.Effort;
import io.overture.visitor.Outcome;
import io.overture.visitor.Stage;
import io.overture.visitor.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happened, for the journal and for everybody who counts: metrics, replay, the scorecard. Amounts are in the book's
 * currency.
 */
public sealed interface Entry {

    /** A session began; {@code visit} is its number among those remembered, from 1. */
    record SessionBegan(
            int visit, @Nullable String client, @Nullable String tier) implements Entry {}

    /** A session ended; with no invitation {@code offered} she was left in peace. */
    record SessionEnded(Instant began, int offered, int shown) implements Entry {}

    /** A batch was folded. */
    record BeaconFolded(Beacon beacon, boolean late) implements Entry {}

    /** A moment began ({@code began}), or what became of it changed. */
    record MomentDecided(
            String trigger, Verdict verdict, boolean began, Instant since, BigDecimal weight, Stake stake, String tier)
            implements Entry {}

    record InvitationOffered(
            String id,
            String trigger,
            @Nullable String item,
            BigDecimal weight,
            String language,
            List<String> channels,
            Instant expiresAt)
            implements Entry {}

    record InvitationShown(String id, String trigger) implements Entry {}

    record InvitationClosed(
            String id,
            String trigger,
            Outcome outcome,
            boolean shown,
            @Nullable String channel) implements Entry {}

    /** She asked for an advisor herself. */
    record AdvisorRequested(String id, @Nullable String item, String channel, BigDecimal weight) implements Entry {}

    /** An advisor took a conversation; {@code waited} in this turn of it. */
    record AdvisorJoined(String id, int turn, Duration waited) implements Entry {}

    /** Another advisor is called. */
    record AdvisorCalledAnew(String id, int turn, Cause cause) implements Entry {}

    /** A conversation ended, or nobody came ({@link Stage.Ending#UNMET}); {@code messages} on both sides. */
    record ConversationEnded(String id, Stage.Ending ending, Effort effort, long messages) implements Entry {}

    /** She said how it was, from 1 to 5. */
    record ConversationRated(String id, int score) implements Entry {}

    /** She asked for a call back or an appointment. */
    record ReplyPromised(String id, String channel, BigDecimal weight) implements Entry {}

    /** She asked for what the house could not promise, and was told so. */
    record RequestRefused(String id, String channel) implements Entry {}

    /** Why another advisor is called. */
    enum Cause {
        TRANSFERRED,
        NO_FIRST_WORD,
        LOST;

        /** The word for it in the journal and in metrics. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A passport was used. Neither whose, nor what it says: that is no history of this region. */
    record PassportUsed(PassportUse use) implements Entry {}

    /** At which end. */
    enum PassportUse {
        /** One of another region was honoured here. */
        HONOURED,
        /** What happened elsewhere was counted here. */
        RETURNED;

        /** The word for it in the journal and in metrics. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** She withdrew her consent, or was erased: nothing before this can be linked to her any more. */
    record Forgotten() implements Entry {}
}
