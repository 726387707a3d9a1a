package io.overture.intake;

import io.overture.visitor.Category;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.wire.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** The pieces an event speaks of, and its money. An amount without a currency is no money. */
final class Basket {

    static final int MOST_ITEMS = 200;
    private static final List<String> CATEGORIES =
            List.of("item_category", "item_category2", "item_category3", "item_category4", "item_category5");
    private static final BigDecimal MOST_NUMERIC_ID = new BigDecimal("1e18");

    private final Item[] items;
    private final @Nullable BigDecimal[] quantities;
    private final @Nullable CurrencyUnit currency;
    private final @Nullable BigDecimal value;

    private Basket(Fields params, boolean checked) {
        currency = currency(params);
        value = params.amount("value");
        params.amount("price");
        params.amount("quantity");
        var elements = elements(params, checked);
        items = new Item[elements.size()];
        quantities = new @Nullable BigDecimal[elements.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(elements.get(i), currency);
            quantities[i] = elements.get(i).amount("quantity");
        }
    }

    /** @param checked whether the event is one whose items we know the shape of */
    static Basket read(Fields params, boolean checked) {
        return new Basket(params, checked);
    }

    List<Item> items() {
        return List.of(items);
    }

    /** So many of each item; those of which there are none are left out. */
    List<Line> lines() {
        var lines = new ArrayList<Line>(items.length);
        for (int i = 0; i < items.length; i++) {
            var said = quantities[i];
            var quantity = said == null ? BigDecimal.ONE : said;
            if (quantity.signum() > 0) {
                lines.add(new Line(items[i], quantity));
            }
        }
        return List.copyOf(lines);
    }

    @Nullable
    BigMoney value() {
        return money(currency, value);
    }

    /** An item's identifier: a string, or a number from a shop that counts its pieces. */
    static @Nullable String id(Fields fields) {
        return id(fields, "item_id");
    }

    static @Nullable String id(Fields fields, String field) {
        if (!fields.has(field)) {
            return null;
        }
        var text = fields.word(field);
        if (text != null) {
            return text.isEmpty() ? null : text;
        }
        var number = fields.figure(field);
        if (number != null && number.scale() == 0 && number.abs().compareTo(MOST_NUMERIC_ID) <= 0) {
            return number.toPlainString();
        }
        fields.flaw(field, "must be a string or an integer");
        return null;
    }

    private static List<Fields> elements(Fields params, boolean checked) {
        if (!checked) {
            if (params.elements("items") > MOST_ITEMS) {
                params.flaw("items", "must have at most %d elements".formatted(MOST_ITEMS));
            }
            return List.of();
        }
        var elements = params.objects("items", MOST_ITEMS);
        return elements == null ? List.of() : elements;
    }

    private static Item item(Fields fields, @Nullable CurrencyUnit currency) {
        var id = id(fields);
        var name = fields.text("item_name");
        if (isBlank(fields, "item_id") && isBlank(fields, "item_name")) {
            fields.flaw("needs an item_id or an item_name");
        }
        return new Item(
                id != null ? id : name == null ? "" : name,
                name,
                fields.text("item_brand"),
                category(fields),
                money(currency, fields.amount("price")));
    }

    private static boolean isBlank(Fields fields, String name) {
        return !fields.has(name) || fields.isEmptyText(name);
    }

    private static Category category(Fields fields) {
        var path = "";
        for (var each : CATEGORIES) {
            var part = fields.text(each);
            if (part != null && !part.isEmpty()) {
                path = path.isEmpty() ? part : path + "/" + part;
            }
        }
        return path.isEmpty() ? Category.NONE : new Category(path);
    }

    private static @Nullable CurrencyUnit currency(Fields params) {
        var code = params.text("currency");
        if (code == null) {
            return null;
        }
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            params.flaw("currency", "must be a currency of ISO 4217, in capitals");
            return null;
        }
    }

    private static @Nullable BigMoney money(@Nullable CurrencyUnit currency, @Nullable BigDecimal amount) {
        return currency == null || amount == null ? null : BigMoney.of(currency, amount);
    }
}
