package io.overture.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.client.ClientRecord;
import io.overture.client.History;
import io.overture.client.RecordJson;
import io.overture.visitor.Purchase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was between her and the house; the newest first. */
final class Past {

    private Past() {}

    /** From her record; of whoever has none, what this browser bought. */
    static @Nullable JsonNode purchases(Known known) {
        var recorded = history(known).purchases();
        return recorded.isEmpty()
                ? Json.list(bought(known), Past::purchase)
                : Json.list(
                        recorded.reversed(),
                        order -> Json.with(
                                Json.with(Json.object().put("transaction", order.transaction()), "at", order.at()),
                                "items",
                                Json.list(order.items(), RecordJson::piece)));
    }

    static @Nullable JsonNode notes(Known known) {
        return Json.list(
                history(known).notes().reversed(),
                note -> Json.with(Json.object().put("id", note.id()), "at", note.at())
                        .put("by", note.by())
                        .put("text", note.text()));
    }

    static @Nullable JsonNode conversations(Known known) {
        return Json.list(
                history(known).conversations().reversed(),
                talk -> Json.with(
                        Json.with(Json.object().put("id", talk.id()), "at", talk.at())
                                .put("advisor", talk.advisor()),
                        "summary",
                        talk.summary()));
    }

    /** Deliveries, returns, services and contacts the shop told of. */
    static @Nullable JsonNode dealings(Known known) {
        return Json.list(history(known).dealings().reversed(), dealing -> {
            var json = Json.object().put("type", dealing.type().word());
            Json.with(json, "at", dealing.at());
            Json.with(json, "order", dealing.order());
            Json.with(json, "item", dealing.item());
            return Json.with(json, "note", dealing.note());
        });
    }

    private static List<Purchase> bought(Known known) {
        return known.visitor().memory().purchases().reversed().stream()
                .filter(each -> each.isTold() && !each.isGivenBack())
                .toList();
    }

    private static JsonNode purchase(Purchase purchase) {
        var json = Json.with(Json.object(), "transaction", purchase.transactionId());
        Json.with(json, "at", purchase.at());
        return Json.with(
                json, "items", Json.list(purchase.items(), item -> Json.object().put("item", item)));
    }

    private static History history(Known known) {
        return known.record().map(ClientRecord::history).orElse(History.NONE);
    }
}
