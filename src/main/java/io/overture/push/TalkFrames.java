package io.overture.push;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.engine.Effect;
import io.overture.offer.HouseWording;
import io.overture.offer.Wording;
import io.overture.visitor.Attendant;
import io.overture.visitor.Conversation;
import io.overture.visitor.Message;
import io.overture.visitor.Stage;
import java.util.ArrayList;
import java.util.List;

/** What a conversation looks like to her page: how it stands, and what is said in it. */
final class TalkFrames {

    /** What she may have instead of an advisor at once. */
    private static final List<String> INSTEAD = List.of("call", "appointment");

    private final HouseWording wording;

    TalkFrames(HouseWording wording) {
        this.wording = wording;
    }

    List<String> stands(Effect.Stands stands) {
        var conversation = stands.conversation();
        var frames = new ArrayList<String>();
        frames.add(standing(conversation).toString());
        if (stands.retold()) {
            conversation.messages().forEach(message -> frames.add(said(conversation.id(), message)));
        }
        return frames;
    }

    String noted(Effect.Noted noted) {
        var words = words(noted.language());
        var frame = conversation(noted.id(), "ended", noted.language()).put("channel", noted.channel());
        copy(frame, words.asked(), words);
        return frame.toString();
    }

    String full(Effect.NoRoom full) {
        var words = words(full.language());
        var frame = conversation(full.id(), "ended", full.language())
                .put("channel", full.channel())
                .put("refused", true);
        copy(frame, words.full(), words);
        return frame.toString();
    }

    static String said(String conversation, Message message) {
        return Frames.frame("message")
                .put("conversation", conversation)
                .put("id", message.id())
                .put("from", message.from().word())
                .put("text", message.text())
                .put("at", message.at().toEpochMilli())
                .put("offset", message.offset())
                .toString();
    }

    static void advisor(ObjectNode frame, Attendant advisor) {
        var who = frame.putObject("advisor").put("name", advisor.name()).put("title", advisor.title());
        if (advisor.portrait() != null) {
            who.put("portrait", advisor.portrait());
        }
    }

    private ObjectNode standing(Conversation conversation) {
        var language = conversation.request().language();
        var words = words(language);
        var frame = conversation(conversation.id(), state(conversation.stage()), language)
                .put("channel", conversation.request().channel())
                .put("offset", conversation.offset())
                .put("seen", conversation.seenByAdvisor());
        switch (conversation.stage()) {
            case Stage.Waiting waiting ->
                copy(frame, conversation.turn() == 0 ? words.waiting() : words.introducing(), words);
            case Stage.Joined joined -> {
                advisor(frame, joined.advisor());
                copy(frame, words.joined(), words);
            }
            // Nobody reads here: without a placeholder there is no line to write in.
            case Stage.Handed handed -> copy(frame, words.handed(), words).remove("placeholder");
            case Stage.Unmet unmet -> {
                var offered = frame.putArray("offered");
                INSTEAD.forEach(offered::add);
                Frames.labels(copy(frame, words.nobody(), words), INSTEAD, words);
            }
            case Stage.Over over -> {
                copy(frame, words.ended(), words);
                if (over.asked()) {
                    frame.put("question", true);
                }
            }
        }
        var handoff = conversation.handoff();
        if (handoff != null) {
            frame.putObject("handoff").put("channel", handoff.channel()).put("url", handoff.url());
            Frames.labels(frame.withObject("/copy"), List.of(handoff.channel()), words);
        }
        return frame;
    }

    private static String state(Stage stage) {
        return switch (stage) {
            case Stage.Waiting waiting -> "waiting";
            case Stage.Joined joined -> "joined";
            case Stage.Handed handed -> "joined";
            case Stage.Unmet unmet -> "ended";
            case Stage.Over over -> "ended";
        };
    }

    private static ObjectNode conversation(String id, String state, String language) {
        return Frames.frame("conversation").put("id", id).put("state", state).put("language", language);
    }

    private static ObjectNode copy(ObjectNode frame, Wording.Notice notice, Wording words) {
        var copy = frame.putObject("copy")
                .put("title", notice.title())
                .put("text", notice.text())
                .put("close", notice.close())
                .put("placeholder", words.line().placeholder())
                .put("send", words.line().send());
        var talk = words.talk();
        copy.put("typing", talk.typing())
                .put("seen", talk.seen())
                .put("leave", talk.leave())
                .put("question", talk.question())
                .put("contact", talk.contact())
                .put("when", talk.when())
                .put("note", talk.note())
                .put("ask", talk.ask())
                .put("required", talk.required())
                .put("next", talk.next())
                .put("you", talk.you());
        var scale = copy.putArray("scale");
        talk.scale().forEach(scale::add);
        return copy;
    }

    private Wording words(String language) {
        return wording.in(List.of(language));
    }
}
