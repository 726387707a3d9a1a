package io.overture.intake;

import io.overture.visitor.Category;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.wire.Fields;
import io.overture.wire.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The pieces an event speaks of, and its money. An amount without a currency is no money.
 *
 * @param lines as {@code items}, so many of each; those of which there are none are left out
 */
record Basket(List<Item> items, List<Line> lines, @Nullable BigMoney value) {

    static final int MOST_ITEMS = 200;
    private static final List<String> CATEGORIES =
            List.of("item_category", "item_category2", "item_category3", "item_category4", "item_category5");
    private static final BigDecimal MOST_NUMERIC_ID = new BigDecimal("1e18");

    /** @param checked whether the event is one whose items we know the shape of */
    static Basket read(Fields params, boolean checked) {
        var currency = currency(params);
        var value = params.amount("value");
        params.amount("price");
        params.amount("quantity");
        var items = new ArrayList<Item>();
        var lines = new ArrayList<Line>();
        for (var each : elements(params, checked)) {
            var item = item(each, currency);
            var quantity = each.amount("quantity");
            items.add(item);
            if (quantity == null || quantity.signum() > 0) {
                lines.add(new Line(item, quantity == null ? BigDecimal.ONE : quantity));
            }
        }
        return new Basket(List.copyOf(items), List.copyOf(lines), money(currency, value));
    }

    /** An item's identifier: a string, or a number from a shop that counts its pieces. */
    static @Nullable String id(Fields fields) {
        return id(fields, "item_id");
    }

    static @Nullable String id(Fields fields, String field) {
        var value = fields.value(field);
        if (value == null) {
            return null;
        }
        if (value.isTextual()) {
            return value.textValue().isEmpty() ? null : value.textValue();
        }
        if (value.isNumber()
                && Numbers.isInteger(value.decimalValue())
                && value.decimalValue().abs().compareTo(MOST_NUMERIC_ID) <= 0) {
            return Numbers.plain(value.decimalValue()).toPlainString();
        }
        fields.flaw(field, "must be a string or an integer");
        return null;
    }

    private static List<Fields> elements(Fields params, boolean checked) {
        var value = params.value("items");
        if (!checked) {
            if (value != null && value.isArray() && value.size() > MOST_ITEMS) {
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
        var value = fields.value(name);
        return value == null || (value.isTextual() && value.textValue().isEmpty());
    }

    private static Category category(Fields fields) {
        var path = new ArrayList<String>();
        for (var each : CATEGORIES) {
            var part = fields.text(each);
            if (part != null && !part.isEmpty()) {
                path.add(part);
            }
        }
        return path.isEmpty() ? Category.NONE : new Category(String.join("/", path));
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
