package io.overture.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.trigger.Book;
import io.overture.trigger.Trigger;
import io.overture.visitor.Interest;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What it is about: the piece, and the reason in words. */
final class Matter {

    private Matter() {}

    static @Nullable JsonNode piece(Known known) {
        return item(known.visitor())
                .or(() -> known.scene().map(scene -> scene.stake().item()))
                .map(id -> piece(known, id))
                .orElse(null);
    }

    static @Nullable JsonNode reason(Known known) {
        return Json.text(
                trigger(known.visitor()).map(id -> describe(known.book(), id)).orElse(null));
    }

    /** In the book's words; its id, when the book in force does not know it any more or says nothing. */
    static String describe(Book book, String trigger) {
        return book.triggers().stream()
                .filter(each -> each.id().equals(trigger))
                .findFirst()
                .map(Trigger::describe)
                .orElse(trigger);
    }

    /** {@code {item, name?, brand?, category?, price?}}, as far as she has shown us. */
    static ObjectNode piece(Known known, Item item) {
        var json = Json.object().put("item", item.id());
        Json.with(json, "name", item.name());
        Json.with(json, "brand", item.brand());
        if (!item.category().path().isEmpty()) {
            json.put("category", item.category().path());
        }
        var price = known.prices().of(item);
        if (price != null) {
            json.put("price", price).put("currency", known.book().currency().getCode());
        }
        return json;
    }

    private static ObjectNode piece(Known known, String id) {
        return piece(
                known,
                known.scene().stream()
                        .flatMap(scene -> Stream.concat(
                                scene.attention().interests().stream().map(Interest::item),
                                scene.cart().lines().stream().map(Line::item)))
                        .filter(item -> item.id().equals(id) && item.name() != null)
                        .findFirst()
                        .orElse(Item.unknown(id)));
    }

    private static Optional<String> item(Visitor visitor) {
        var conversation = visitor.conversation();
        var invitation = visitor.invitation();
        if (conversation != null) {
            return Optional.ofNullable(conversation.request().item());
        }
        return invitation == null ? Optional.empty() : Optional.ofNullable(invitation.item());
    }

    /** What she was invited for; else the moment that has held longest. Nothing when she asked by herself. */
    private static Optional<String> trigger(Visitor visitor) {
        var conversation = visitor.conversation();
        var invitation = visitor.invitation();
        if (conversation != null) {
            return Optional.ofNullable(conversation.request().trigger());
        }
        if (invitation != null) {
            return Optional.of(invitation.trigger());
        }
        return Optional.ofNullable(visitor.session())
                .map(Session::moments)
                .flatMap(moments -> moments.entrySet().stream()
                        .min(Comparator.comparing(moment -> moment.getValue().since()))
                        .map(Map.Entry::getKey));
    }
}
