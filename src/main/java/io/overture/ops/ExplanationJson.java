package io.overture.ops;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.engine.Explanation;
import io.overture.engine.Limit;
import io.overture.trigger.Book;
import io.overture.visitor.Invitation;
import io.overture.visitor.VisitorKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An explanation as {@code GET /v1/visitors/{handle}/explain} gives it; instants are epoch milliseconds. */
final class ExplanationJson {

    private ExplanationJson() {}

    static ObjectNode of(VisitorKey key, Explanation explained, Book book) {
        var visitor = explained.visitor();
        var session = visitor.session();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("handle", key.handle().value());
        json.put("site", key.site());
        json.put("at", explained.at().toEpochMilli());
        if (session == null) {
            json.putNull("session");
        } else {
            var activity = session.activity();
            json.putObject("session")
                    .put("startedAt", activity.began().toEpochMilli())
                    .put("lastActivityAt", activity.heard().toEpochMilli())
                    .put("endsAt", activity.endsAt().toEpochMilli());
        }
        var amount = explained.stake() == null ? null : explained.stake().amount();
        if (amount == null) {
            json.putNull("stake");
        } else {
            json.putObject("stake")
                    .put("amount", amount)
                    .put("currency", book.currency().getCode());
        }
        json.put("relationship", book.relationship(session == null ? null : session.standing()));
        json.put("reachable", explained.isReachable());
        json.put("holdout", explained.isHeldOut());
        json.set("invitation", invitation(visitor.invitation()));
        var limits = json.putObject("limits");
        limits.put("shownThisSession", session == null ? 0 : session.tally().shown());
        limits.set("blocked", blocked(explained.blocked()));
        var triggers = json.putArray("triggers");
        explained.triggers().forEach(trigger -> triggers.add(of(trigger)));
        return json;
    }

    private static ObjectNode of(Explanation.OfTrigger explained) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", explained.trigger().id());
        json.put("describe", explained.trigger().describe());
        json.put("holds", explained.holds());
        put(json, "since", explained.since());
        put(json, "from", explained.from());
        json.put("weight", explained.weight());
        json.put(
                "verdict",
                explained.verdict() == null ? null : explained.verdict().word());
        json.set("when", of(explained.when()));
        return json;
    }

    private static ObjectNode of(Explanation.Part part) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("condition", part.condition());
        json.put("holds", part.holds());
        json.put("unknown", part.isUnknown());
        put(json, "since", part.since());
        put(json, "from", part.from());
        if (!part.of().isEmpty()) {
            var of = json.putArray("of");
            part.of().forEach(each -> of.add(of(each)));
        }
        return json;
    }

    static @Nullable ObjectNode invitation(@Nullable Invitation invitation) {
        if (invitation == null) {
            return null;
        }
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", invitation.id());
        json.put("trigger", invitation.trigger());
        json.put("state", invitation.isShown() ? "shown" : "offered");
        if (invitation.item() != null) {
            json.put("item", invitation.item());
        }
        json.put("weight", invitation.weight());
        put(json, "offeredAt", invitation.offeredAt());
        put(json, "expiresAt", invitation.expiresAt());
        return json;
    }

    private static @Nullable ObjectNode blocked(Optional<Limit.Blocked> blocked) {
        if (blocked.isEmpty()) {
            return null;
        }
        var json = JsonNodeFactory.instance.objectNode();
        json.put("limit", blocked.get().limit().word());
        put(json, "until", blocked.get().until());
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable Instant at) {
        if (at == null) {
            json.putNull(name);
        } else {
            json.put(name, at.toEpochMilli());
        }
    }
}
