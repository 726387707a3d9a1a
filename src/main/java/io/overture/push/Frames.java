package io.overture.push;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.engine.Effect;
import io.overture.offer.HouseWording;
import io.overture.offer.Wording;
import io.overture.visitor.Invitation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** What effects look like on the wire: JSON text frames, as the contract has them. */
@ApplicationScoped
public class Frames {

    private final HouseWording wording;
    private final TalkFrames talks;

    @Inject
    public Frames(HouseWording wording) {
        this.wording = wording;
        this.talks = new TalkFrames(wording);
    }

    /** In the order they are to be sent. */
    public List<String> of(Effect.ForHer effect) {
        return switch (effect) {
            case Effect.Deliver deliver -> List.of(invitation(deliver.invitation()));
            case Effect.Withdraw withdraw ->
                List.of(frame("withdraw")
                        .put("id", withdraw.id())
                        .put("reason", withdraw.reason().word())
                        .toString());
            case Effect.Stands stands -> talks.stands(stands);
            case Effect.Noted noted -> List.of(talks.noted(noted));
            case Effect.NoRoom full -> List.of(talks.full(full));
            case Effect.Said said -> List.of(TalkFrames.said(said.conversation(), said.message()));
            case Effect.Wording wording ->
                List.of(about("typing", wording.conversation()).toString());
            case Effect.Read read ->
                List.of(about("seen", read.conversation())
                        .put("offset", read.offset())
                        .toString());
            case Effect.ConsentDenied denied ->
                List.of(frame("consent")
                        .put("analytics_storage", "denied")
                        .put("at", denied.at().toEpochMilli())
                        .toString());
        };
    }

    private static ObjectNode about(String type, String conversation) {
        return frame(type).put("conversation", conversation);
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
        if (invitation.copy().later() != null) {
            copy.put("later", invitation.copy().later());
        }
        labels(copy, invitation.channels(), words);
        frame.put("language", invitation.language());
        var channels = frame.putArray("channels");
        invitation.channels().forEach(channels::add);
        frame.put("expiresAt", invitation.expiresAt().toEpochMilli());
        if (invitation.advisor() != null) {
            TalkFrames.advisor(frame, invitation.advisor());
        }
        return frame.toString();
    }

    static void labels(ObjectNode copy, List<String> channels, Wording words) {
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

    static ObjectNode frame(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
