package io.overture.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.trigger.Scene;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Line;
import io.overture.visitor.Wish;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What she would like to have. */
final class Basket {

    private Basket() {}

    /** {@code {lines, total?, currency}}: the total only when every price is known. */
    static @Nullable JsonNode cart(Known known) {
        return known.scene()
                .filter(scene -> !scene.cart().lines().isEmpty())
                .map(scene -> cart(known, scene))
                .orElse(null);
    }

    /** The step she has come to. */
    static @Nullable JsonNode checkout(Known known) {
        return Json.text(known.scene()
                .flatMap(
                        scene -> scene.session().checkout().reached(scene.cart().emptied()))
                .map(CheckoutStep::event)
                .orElse(null));
    }

    static @Nullable JsonNode wishes(Known known) {
        return Json.list(
                known.visitor().memory().wishes().entrySet().stream()
                        .filter(wish -> stands(wish.getValue()))
                        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                        .toList(),
                wish -> Json.with(
                        Json.object().put("item", wish.getKey()),
                        "at",
                        wish.getValue().added()));
    }

    private static boolean stands(Wish wish) {
        return wish.added() != null && (wish.removed() == null || wish.added().isAfter(wish.removed()));
    }

    private static ObjectNode cart(Known known, Scene scene) {
        var json = Json.object();
        json.set("lines", Json.list(scene.cart().lines(), line -> line(known, line)));
        scene.cartWorth().ifPresent(total -> json.put("total", total));
        return json.put("currency", known.book().currency().getCode());
    }

    private static ObjectNode line(Known known, Line line) {
        return Matter.piece(known, line.item()).put("quantity", line.quantity());
    }
}
