package io.overture.visitor;

import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** A product as an event names it. The price is what the browser said: whether it is believed is not decided here. */
public record Item(
        String id,
        @Nullable String name,
        @Nullable String brand,
        Category category,
        @Nullable BigMoney price) {

    /** An equal one that all visitors share, or else its texts. */
    public Item shared() {
        return SharedValues.shared(this);
    }

    Item ofSharedTexts() {
        return new Item(
                SharedValues.shared(id),
                SharedValues.sharedWords(name),
                SharedValues.sharedWords(brand),
                category.shared(),
                price);
    }

    /** An item known by its id alone. */
    public static Item unknown(String id) {
        return new Item(id, null, null, Category.NONE, null);
    }
}
