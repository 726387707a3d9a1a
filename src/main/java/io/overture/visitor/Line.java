package io.overture.visitor;

import java.math.BigDecimal;

/** So many of one item, in a cart or an order. */
public record Line(Item item, BigDecimal quantity) {

    /** The newer line names the item, unless it lost the price. */
    Line plus(Line newer) {
        return new Line(newer.item.price() == null ? item : newer.item, quantity.add(newer.quantity));
    }

    Line minus(BigDecimal fewer) {
        return new Line(item, quantity.subtract(fewer));
    }

    Line sharing(Attention viewed) {
        var same = viewed.same(item);
        return same == item ? this : new Line(same, quantity);
    }

    boolean isNothing() {
        return quantity.signum() <= 0;
    }
}
