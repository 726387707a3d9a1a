package io.overture.ops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.visitor.ConsentWord;
import io.overture.visitor.Context;
import io.overture.visitor.Conversation;
import io.overture.visitor.Interest;
import io.overture.visitor.Line;
import io.overture.visitor.Memory;
import io.overture.visitor.Passport;
import io.overture.visitor.Recent;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Everything that is kept of a visitor, for her to read who asks what is. Identifiers that are secrets are not in it. */
final class KeptJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private KeptJson() {}

    static ObjectNode of(VisitorKey key, Visitor visitor) {
        var json = JSON.objectNode();
        json.put("handle", key.handle().value());
        json.put("site", key.site());
        put(json, "lastChangedAt", visitor.steppedAt());
        json.set("memory", memory(visitor.memory()));
        var session = visitor.session();
        json.set("session", session == null ? null : session(session));
        json.put("openPages", visitor.tabs().size());
        json.set("invitation", ExplanationJson.invitation(visitor.invitation()));
        var ended = json.putArray("endedInvitations");
        visitor.closed()
                .forEach(each -> ended.addObject()
                        .put("id", each.id())
                        .put("outcome", each.outcome().word()));
        var conversation = visitor.conversation();
        json.set("conversation", conversation == null ? null : conversation(conversation));
        json.put("knownToAdvisorsNow", visitor.notice() != null);
        json.put("toldToTheDeskSoon", visitor.due().size());
        var consent = visitor.consent();
        json.set("consent", consent == null ? null : consent(consent));
        var withdrawal = visitor.withdrawal();
        put(json, "consentWithdrawnAt", withdrawal == null ? null : withdrawal.at());
        json.put("pageLoadsHeard", visitor.sources().size());
        return json;
    }

    /** In the contract's own words. */
    private static ObjectNode consent(ConsentWord word) {
        var json = JSON.objectNode()
                .put("analytics_storage", word(word.consent().analyticsStorage()))
                .put("personalization_storage", word(word.consent().personalizationStorage()));
        put(json, "at", word.at());
        return json;
    }

    private static String word(boolean granted) {
        return granted ? "granted" : "denied";
    }

    private static ObjectNode memory(Memory memory) {
        var json = JSON.objectNode();
        json.set("visitsBeganAt", instants(memory.visits()));
        var wishes = json.putObject("wishList");
        memory.wishes().forEach((item, wish) -> {
            var each = wishes.putObject(item);
            put(each, "addedAt", wish.added());
            put(each, "removedAt", wish.removed());
        });
        var categories = json.putObject("categories");
        memory.favours().forEach((path, favour) -> {
            var each = categories.putObject(path).put("visits", favour.visits());
            put(each, "boughtAt", favour.bought());
        });
        var seen = json.putObject("viewedInEarlierVisits");
        memory.seen().forEach((item, at) -> put(seen, item, at));
        json.set("leftInCart", texts(memory.cart()));
        var purchases = json.putArray("purchases");
        for (var purchase : memory.purchases()) {
            var each = purchases.addObject().put("transaction", purchase.transactionId());
            put(each, "at", purchase.at());
            each.put("value", purchase.value() == null ? null : purchase.value().toString());
            each.set("items", texts(purchase.items()));
            each.put("givenBack", purchase.isGivenBack());
        }
        json.put("client", memory.clientId());
        put(json, "invitedAt", memory.shownAt());
        put(json, "declinedAt", memory.refusedAt());
        put(json, "putAwayAt", memory.dismissedAt());
        return json;
    }

    private static ObjectNode session(Session session) {
        var json = JSON.objectNode();
        put(json, "startedAt", session.activity().began());
        put(json, "lastActivityAt", session.activity().heard());
        put(json, "endsAt", session.activity().endsAt());
        var items = json.putArray("items");
        session.attention().settled().interests().forEach(interest -> items.add(interest(interest)));
        var cart = json.putArray("cart");
        session.cart().now().lines().forEach(line -> cart.add(line(line)));
        var checkout = json.putObject("checkout");
        session.checkout().steps().forEach((step, at) -> put(checkout, step.event(), at));
        var searches = json.putArray("searches");
        session.searches().byResults().forEach((results, at) -> {
            var each = searches.addObject().put("results", results);
            each.set("at", instants(at));
        });
        var events = json.putObject("otherEvents");
        session.occurrences().byName().forEach((name, times) -> {
            var each = events.putArray(name);
            times.forEach(time -> {
                var one = each.addObject();
                put(one, "at", time.at());
                var params = one.putObject("params");
                time.params().forEach(params::put);
            });
        });
        json.set("context", context(session.context()));
        json.put("mayBeRecognised", session.personal());
        var client = session.client();
        json.put("client", client == null ? null : client.id());
        json.put("tier", client == null ? null : client.tier());
        json.put("invitationsShown", session.tally().shown());
        var passport = session.passport();
        json.set("passport", passport == null ? null : passport(passport));
        return json;
    }

    private static ObjectNode passport(Passport passport) {
        var inForce = passport.inForce();
        var advisor = passport.advisor();
        var json = JSON.objectNode()
                .put("from", passport.from())
                .put("tier", passport.tier())
                .put("language", passport.language())
                .put("advisor", advisor == null ? null : advisor.name())
                .put("desk", advisor == null ? null : advisor.desk());
        put(json, "honouredAt", passport.since());
        put(json, "silentUntil", inForce.silentUntil());
        put(json, "invitedAt", inForce.invitedAt());
        put(json, "declinedAt", inForce.declinedAt());
        put(json, "putAwayAt", inForce.dismissedAt());
        return json.put("invitationsShown", inForce.invitations()).put("heldOut", inForce.heldOut());
    }

    private static ObjectNode interest(Interest interest) {
        var json = JSON.objectNode()
                .put("item", interest.item().id())
                .put("name", interest.item().name());
        json.set("viewedAt", instants(interest.views()));
        var engaged = json.putArray("engaged");
        interest.engaged().oldestFirst().forEach(stretch -> {
            var each = engaged.addObject();
            put(each, "from", stretch.from());
            put(each, "to", stretch.to());
        });
        var looks = json.putObject("details");
        interest.looks().forEach((topic, at) -> looks.set(topic, instants(at)));
        return json;
    }

    private static ObjectNode line(Line line) {
        var price = line.item().price();
        return JSON.objectNode()
                .put("item", line.item().id())
                .put("quantity", line.quantity())
                .put("price", price == null ? null : price.toString());
    }

    private static ObjectNode context(Context context) {
        var json = JSON.objectNode()
                .put("language", context.language())
                .put("timeZone", context.timeZone())
                .put("country", context.country())
                .put("market", context.market())
                .put("device", context.device())
                .put("referrer", context.referrer());
        var campaign = context.campaign();
        if (campaign != null) {
            json.putObject("campaign")
                    .put("source", campaign.source())
                    .put("medium", campaign.medium())
                    .put("name", campaign.name());
        }
        return json;
    }

    private static ObjectNode conversation(Conversation conversation) {
        var json = JSON.objectNode()
                .put("id", conversation.id())
                .put("channel", conversation.request().channel())
                .put("isOpen", conversation.isOpen());
        put(json, "since", conversation.since());
        var messages = json.putArray("messages");
        for (var message : conversation.messages()) {
            put(
                    messages.addObject().put("from", message.from().word()).put("text", message.text()),
                    "at",
                    message.at());
        }
        return json;
    }

    private static ArrayNode instants(Recent recent) {
        var json = JSON.arrayNode();
        recent.newestFirst().forEach(at -> json.add(at.toEpochMilli()));
        return json;
    }

    private static ArrayNode texts(Collection<String> texts) {
        var json = JSON.arrayNode();
        texts.stream().sorted().forEach(json::add);
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable Instant at) {
        json.put(name, at == null ? null : at.toEpochMilli());
    }
}
