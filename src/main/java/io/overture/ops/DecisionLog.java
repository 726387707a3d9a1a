package io.overture.ops;

import io.overture.engine.Entry;
import io.overture.flow.Recorder;
import io.overture.visitor.Verdict;
import io.overture.visitor.VisitorKey;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * What the house decided, as log events of fixed keys. Never who it was about, nor anything a browser could have
 * written: trigger ids, languages and outcomes are the book's and ours.
 */
@Singleton
@Identifier("log")
class DecisionLog implements Recorder {

    private static final Logger LOG = Logger.getLogger("io.overture.decisions");

    @Override
    public void happened(VisitorKey key, Entry entry) {
        var level = level(entry);
        if (LOG.isEnabled(level)) {
            LOG.log(level, "site=" + key.site() + " " + line(entry));
        }
    }

    @Override
    public void refused(String cause) {
        LOG.debugf("event=refused cause=%s", cause);
    }

    /** Rare ones are worth a line each; what every visitor does is not. */
    static Level level(Entry entry) {
        return switch (entry) {
            case Entry.InvitationOffered offered -> Level.INFO;
            case Entry.InvitationClosed closed -> Level.INFO;
            case Entry.AdvisorRequested asked -> Level.INFO;
            case Entry.AdvisorJoined joined -> Level.INFO;
            case Entry.AdvisorCalledAnew anew -> Level.INFO;
            case Entry.ConversationEnded ended -> Level.INFO;
            case Entry.ConversationRated rated -> Level.INFO;
            case Entry.ReplyPromised promised -> Level.INFO;
            case Entry.RequestRefused refused -> Level.INFO;
            case Entry.PassportUsed used -> Level.INFO;
            case Entry.Forgotten gone -> Level.INFO;
            case Entry.MomentDecided moment -> moment.verdict() == Verdict.ALERTED ? Level.INFO : Level.DEBUG;
            case Entry.InvitationShown shown -> Level.DEBUG;
            case Entry.SessionBegan began -> Level.DEBUG;
            case Entry.SessionEnded ended -> Level.DEBUG;
            case Entry.BeaconFolded folded -> Level.TRACE;
        };
    }

    static String line(Entry entry) {
        return switch (entry) {
            case Entry.InvitationOffered offered ->
                "event=invitation_offered trigger=%s weight=%s language=%s"
                        .formatted(offered.trigger(), offered.weight().toPlainString(), offered.language());
            case Entry.InvitationShown shown -> "event=invitation_shown trigger=%s".formatted(shown.trigger());
            case Entry.InvitationClosed closed ->
                "event=invitation_closed trigger=%s outcome=%s shown=%s"
                        .formatted(closed.trigger(), closed.outcome().word(), closed.shown());
            case Entry.MomentDecided moment ->
                "event=moment_decided trigger=%s verdict=%s weight=%s"
                        .formatted(
                                moment.trigger(),
                                moment.verdict().word(),
                                moment.weight().toPlainString());
            case Entry.AdvisorRequested asked ->
                "event=advisor_requested weight=%s".formatted(asked.weight().toPlainString());
            case Entry.AdvisorJoined joined ->
                "event=advisor_joined turn=%d waited_ms=%d"
                        .formatted(joined.turn(), joined.waited().toMillis());
            case Entry.AdvisorCalledAnew anew ->
                "event=advisor_called_anew turn=%d cause=%s"
                        .formatted(anew.turn(), anew.cause().word());
            case Entry.ConversationEnded ended ->
                "event=conversation_ended ending=%s messages=%d"
                        .formatted(ended.ending().word(), ended.messages());
            case Entry.ConversationRated rated -> "event=conversation_rated score=%d".formatted(rated.score());
            case Entry.ReplyPromised promised ->
                "event=reply_promised weight=%s".formatted(promised.weight().toPlainString());
            case Entry.RequestRefused refused -> "event=request_refused";
            case Entry.PassportUsed used ->
                "event=passport_used use=" + used.use().word();
            case Entry.Forgotten gone -> "event=forgotten";
            case Entry.SessionBegan began -> "event=session_began visit=%d".formatted(began.visit());
            case Entry.SessionEnded ended ->
                "event=session_ended offered=%d shown=%d".formatted(ended.offered(), ended.shown());
            case Entry.BeaconFolded folded ->
                "event=beacon_folded events=%d late=%s"
                        .formatted(folded.beacon().events().size(), folded.late());
        };
    }
}
