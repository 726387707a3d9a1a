package io.overture.journal;

import io.overture.visitor.Beacon;
import io.overture.visitor.Client;
import io.overture.visitor.Context;
import io.overture.visitor.Event;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.visitor.Meaning;
import io.overture.wire.JsonOut;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** A batch of events in the journal: all that replay needs to fold it again. */
final class JournalBeacon {

    /** How much of its events is kept. */
    enum Detail {
        WHOLE,
        WITHOUT_PARAMS,
        /** And when; of a hundred events of two hundred pieces each there is no more room for. */
        NAMES
    }

    private JournalBeacon() {}

    static void write(JsonOut out, Beacon beacon, Detail detail) throws IOException {
        var consent = beacon.standing().consent();
        var client = beacon.standing().client();
        var context = beacon.standing().context();
        out.text("source", beacon.source()).number("seq", beacon.seq()).text("session", beacon.session());
        out.flag("personal", consent.personalizationStorage());
        if (client != null) {
            out.object("client", fields -> client(fields, client));
        }
        if (context != null) {
            out.object("context", fields -> context(fields, context));
        }
        if (detail != Detail.WHOLE) {
            out.text("shortened", detail == Detail.NAMES ? "names" : "params");
        }
        out.array("events", beacon.events(), (each, event) -> event(each, event, detail));
    }

    /** Who she is to the house, but not which of its clients: the journal outlives an erasure. */
    private static void client(JsonOut out, Client client) throws IOException {
        out.text("tier", client.tier())
                .texts("favouriteCategories", client.favouriteCategories())
                .text("language", client.language());
    }

    private static void context(JsonOut out, Context context) throws IOException {
        var campaign = context.campaign();
        out.text("language", context.language())
                .text("timeZone", context.timeZone())
                .text("country", context.country())
                .text("market", context.market())
                .text("device", context.device())
                .text("referrer", context.referrer());
        if (campaign != null) {
            out.object(
                    "campaign",
                    fields -> fields.text("source", campaign.source())
                            .text("medium", campaign.medium())
                            .text("name", campaign.name()));
        }
    }

    private static void event(JsonOut out, Event event, Detail detail) throws IOException {
        out.text("name", event.name()).instant("at", event.at());
        if (detail == Detail.WHOLE && !event.params().isEmpty()) {
            out.object("params", fields -> params(fields, event.params()));
        }
        if (detail != Detail.NAMES && !(event.meaning() instanceof Meaning.Other)) {
            out.object("meaning", fields -> meaning(fields, event.meaning()));
        }
    }

    /** By name. */
    private static void params(JsonOut out, Map<String, String> params) throws IOException {
        var names = params.keySet().toArray(String[]::new);
        Arrays.sort(names);
        for (var name : names) {
            out.text(name, params.get(name));
        }
    }

    /** One field, named after what the event says. */
    private static void meaning(JsonOut out, Meaning meaning) throws IOException {
        switch (meaning) {
            case Meaning.Viewed viewed -> out.array("viewed", viewed.items(), JournalBeacon::item);
            case Meaning.Looked look ->
                out.object(
                        "looked", fields -> fields.text("topic", look.topic()).text("item", look.item()));
            case Meaning.Engaged time -> out.object("engaged", fields -> engaged(fields, time));
            case Meaning.AddedToCart added -> out.array("added", added.lines(), JournalBeacon::line);
            case Meaning.RemovedFromCart removed -> out.array("removed", removed.lines(), JournalBeacon::line);
            case Meaning.CartShown cart -> out.object("cart", fields -> cart(fields, cart));
            case Meaning.Purchased purchase -> out.object("purchased", fields -> purchased(fields, purchase));
            case Meaning.Refunded refund -> out.object("refunded", fields -> refunded(fields, refund));
            case Meaning.Wished wish ->
                out.array(wish.added() ? "wished" : "unwished", wish.items(), JournalBeacon::item);
            case Meaning.Searched search ->
                out.object("searched", fields -> fields.number("results", search.results()));
            case Meaning.Other other -> {}
        }
    }

    private static void engaged(JsonOut out, Meaning.Engaged engaged) throws IOException {
        out.number("time", engaged.time().toMillis()).flag("active", engaged.active());
        switch (engaged.on()) {
            case Meaning.On.AnItem item -> out.text("item", item.id());
            case Meaning.On.APage page -> out.flag("page", true);
            case Meaning.On.LastViewed last -> {}
        }
    }

    private static void cart(JsonOut out, Meaning.CartShown cart) throws IOException {
        if (cart.lines().isPresent()) {
            out.array("lines", cart.lines().get(), JournalBeacon::line);
        }
        if (cart.step().isPresent()) {
            out.text("step", cart.step().get().event());
        }
    }

    private static void purchased(JsonOut out, Meaning.Purchased purchase) throws IOException {
        order(out, purchase.transactionId(), purchase.value(), purchase.lines());
    }

    private static void refunded(JsonOut out, Meaning.Refunded refund) throws IOException {
        order(out, refund.transactionId(), refund.value(), refund.lines());
    }

    private static void order(JsonOut out, @Nullable String transactionId, @Nullable BigMoney value, List<Line> lines)
            throws IOException {
        out.text("transaction", transactionId);
        if (value != null) {
            out.amount("value", value.getAmount())
                    .text("currency", value.getCurrencyUnit().getCode());
        }
        out.array("lines", lines, JournalBeacon::line);
    }

    private static void line(JsonOut out, Line line) throws IOException {
        item(out, line.item());
        out.amount("quantity", line.quantity());
    }

    private static void item(JsonOut out, Item item) throws IOException {
        var price = item.price();
        out.text("id", item.id()).text("name", item.name()).text("brand", item.brand());
        if (!item.category().path().isEmpty()) {
            out.text("category", item.category().path());
        }
        if (price != null) {
            out.amount("price", price.getAmount())
                    .text("currency", price.getCurrencyUnit().getCode());
        }
    }
}
