package io.overture.push;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.engine.Effect;
import io.overture.offer.HouseWording;
import io.overture.offer.Wording;
import io.overture.visitor.Conversation;
import io.overture.visitor.Invitation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What effects look like on the wire: JSON text frames, as the contract has them. */
@ApplicationScoped
public class Frames {

    private final HouseWording wording;

    @Inject
    public Frames(HouseWording wording) {
        this.wording = wording;
    }

    /** In the order they are to be sent. */
    public List<String> of(Effect effect) {
        return switch (effect) {
            case Effect.Deliver deliver -> List.of(invitation(deliver.invitation()));
            case Effect.Withdraw withdraw ->
                List.of(frame("withdraw")
                        .put("id", withdraw.id())
                        .put("reason", withdraw.reason().word())
                        .toString());
            case Effect.Waiting waiting -> waiting(waiting.conversation());
            case Effect.Ended ended -> List.of(ended(ended.conversation()));
            case Effect.Echo echo -> List.of(message(echo.conversation(), echo.message()));
        };
    }

    static String goAway(Duration reconnectAfter) {
        return frame("go_away").put("reconnectAfter", reconnectAfter.toMillis()).toString();
    }

    private String invitation(Invitation invitation) {
        var frame = frame("invitation").put("id", invitation.id()).put("trigger", invitation.trigger());
        if (invitation.item() != null) {
            frame.put("item", invitation.item());
        }
        var words = words(invitation.language());
        var copy = frame.putObject("copy")
                .put("title", invitation.copy().title())
                .put("text", invitation.copy().text())
                .put("accept", invitation.copy().accept())
                .put("decline", invitation.copy().decline())
                .put("close", words.waiting().close());
        labels(copy, invitation.channels(), words);
        frame.put("language", invitation.language());
        var channels = frame.putArray("channels");
        invitation.channels().forEach(channels::add);
        return frame.put("expiresAt", invitation.expiresAt().toEpochMilli()).toString();
    }

    private List<String> waiting(Conversation conversation) {
        var words = words(conversation.language());
        var frame = conversation(conversation, "waiting").put("channel", conversation.channel());
        notice(frame, words.waiting())
                .put("placeholder", words.line().placeholder())
                .put("send", words.line().send());
        var frames = new ArrayList<String>();
        frames.add(frame.toString());
        conversation.messages().forEach(message -> frames.add(message(conversation.id(), message)));
        return frames;
    }

    private String ended(Conversation conversation) {
        var frame = conversation(conversation, "ended");
        notice(frame, words(conversation.language()).ended());
        return frame.toString();
    }

    private static ObjectNode conversation(Conversation conversation, String state) {
        return frame("conversation")
                .put("id", conversation.id())
                .put("state", state)
                .put("language", conversation.language());
    }

    private static ObjectNode notice(ObjectNode frame, Wording.Notice notice) {
        return frame.putObject("copy")
                .put("title", notice.title())
                .put("text", notice.text())
                .put("close", notice.close());
    }

    private static String message(String conversation, Conversation.Message message) {
        return frame("message")
                .put("conversation", conversation)
                .put("id", message.id())
                .put("from", "visitor")
                .put("text", message.text())
                .put("at", message.at().toEpochMilli())
                .toString();
    }

    private static void labels(ObjectNode copy, List<String> channels, Wording words) {
        var labels = copy.putObject("channels");
        for (var channel : channels) {
            var label = words.channels().get(channel);
            if (label != null) {
                labels.put(channel, label);
            }
        }
    }

    private Wording words(String language) {
        return wording.in(List.of(language));
    }

    private static ObjectNode frame(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
