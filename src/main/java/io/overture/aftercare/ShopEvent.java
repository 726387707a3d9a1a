package io.overture.aftercare;

import io.overture.client.Dealing;
import io.overture.client.History.Order;
import io.overture.client.History.Piece;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the shop's backend tells of a client after the purchase.
 *
 * @param id the shop's own: told twice is told once
 * @param client the house's id for her
 * @param order the shop's number for it
 * @param items the pieces it is about
 */
record ShopEvent(
        String id,
        Dealing.Type type,
        Instant at,
        String client,
        @Nullable String site,
        @Nullable String order,
        List<Piece> items,
        @Nullable String note) {

    ShopEvent {
        items = List.copyOf(items);
    }

    Dealing dealing() {
        return new Dealing(id, type, at, order, item(), note);
    }

    /** The order it tells of, when it tells of a whole one. */
    @Nullable
    Order placed() {
        return type == Dealing.Type.ORDER_PLACED && order != null ? new Order(order, at, items) : null;
    }

    /** The piece it is about; of several the first. */
    @Nullable
    String item() {
        return items.isEmpty() ? null : items.getFirst().item();
    }
}
