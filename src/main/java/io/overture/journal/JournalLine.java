package io.overture.journal;

import io.overture.engine.Entry;
import io.overture.wire.JsonOut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A record of the journal as one JSON object, in UTF-8. Its names are documented in {@code docs/journal.md} and stay. */
public final class JournalLine {

    /** Characters of one record; a page at work writes a tenth of it. */
    static final int MOST = 8 * 1024;

    private JournalLine() {}

    /** A beacon that would be larger than a record may be says less, and that it does: {@code docs/journal.md}. */
    public static byte[] of(JournalRecord happened) {
        var line = of(happened, JournalBeacon.Detail.WHOLE);
        if (isTooLong(line) && happened.entry() instanceof Entry.BeaconFolded) {
            line = of(happened, JournalBeacon.Detail.WITHOUT_PARAMS);
            if (isTooLong(line)) {
                line = of(happened, JournalBeacon.Detail.NAMES);
            }
        }
        return line;
    }

    private static boolean isTooLong(byte[] line) {
        return line.length > MOST && new String(line, StandardCharsets.UTF_8).length() > MOST;
    }

    private static byte[] of(JournalRecord happened, JournalBeacon.Detail detail) {
        return JsonOut.utf8(out -> {
            out.instant("at", happened.at());
            out.text("site", happened.site());
            out.text("visitor", happened.visitor());
            write(out, happened.entry(), detail);
        });
    }

    private static void write(JsonOut out, Entry entry, JournalBeacon.Detail detail) throws IOException {
        switch (entry) {
            // The journal outlives an erasure, so it does not say which client of the house she is.
            case Entry.SessionBegan began ->
                out.text("type", "session_began")
                        .number("visit", began.visit())
                        .flag("known", began.client() != null)
                        .text("tier", began.tier());
            case Entry.SessionEnded ended ->
                out.text("type", "session_ended")
                        .instant("began", ended.began())
                        .number("offered", ended.offered())
                        .number("shown", ended.shown());
            case Entry.BeaconFolded folded -> {
                out.text("type", "beacon").flag("late", folded.late());
                JournalBeacon.write(out, folded.beacon(), detail);
            }
            case Entry.MomentDecided moment ->
                out.text("type", "moment")
                        .text("trigger", moment.trigger())
                        .text("verdict", moment.verdict().word())
                        .flag("began", moment.began())
                        .instant("since", moment.since())
                        .amount("weight", moment.weight())
                        .amount("stake", moment.stake().amount())
                        .text("item", moment.stake().item())
                        .text("tier", moment.tier());
            case Entry.InvitationOffered offered ->
                out.text("type", "invitation_offered")
                        .text("id", offered.id())
                        .text("trigger", offered.trigger())
                        .text("item", offered.item())
                        .amount("weight", offered.weight())
                        .text("language", offered.language())
                        .texts("channels", offered.channels())
                        .instant("expiresAt", offered.expiresAt());
            case Entry.InvitationShown shown ->
                out.text("type", "invitation_shown").text("id", shown.id()).text("trigger", shown.trigger());
            case Entry.InvitationClosed closed ->
                out.text("type", "invitation_closed")
                        .text("id", closed.id())
                        .text("trigger", closed.trigger())
                        .text("outcome", closed.outcome().word())
                        .flag("shown", closed.shown())
                        .text("channel", closed.channel());
            case Entry.AdvisorRequested asked ->
                out.text("type", "advisor_requested")
                        .text("id", asked.id())
                        .text("item", asked.item())
                        .text("channel", asked.channel())
                        .amount("weight", asked.weight());
            case Entry.AdvisorJoined joined ->
                out.text("type", "advisor_joined")
                        .text("id", joined.id())
                        .number("turn", joined.turn())
                        .number("waitedMs", joined.waited().toMillis());
            case Entry.AdvisorCalledAnew anew ->
                out.text("type", "advisor_called_anew")
                        .text("id", anew.id())
                        .number("turn", anew.turn())
                        .text("cause", anew.cause().word());
            case Entry.ConversationEnded ended ->
                out.text("type", "conversation_ended")
                        .text("id", ended.id())
                        .text("ending", ended.ending().word())
                        .number("messages", ended.messages())
                        .number("waitedMs", ended.effort().waited().toMillis())
                        .number("calls", ended.effort().calls())
                        .number("repeats", ended.effort().repeats());
            case Entry.ConversationRated rated ->
                out.text("type", "conversation_rated").text("id", rated.id()).number("score", rated.score());
            case Entry.ReplyPromised promised ->
                out.text("type", "reply_promised")
                        .text("id", promised.id())
                        .text("channel", promised.channel())
                        .amount("weight", promised.weight());
            case Entry.RequestRefused refused ->
                out.text("type", "request_refused").text("id", refused.id()).text("channel", refused.channel());
            case Entry.PassportUsed used ->
                out.text("type", "passport").text("use", used.use().word());
            case Entry.Forgotten forgotten -> out.text("type", "forgotten");
        }
    }
}
