package io.overture.store;

import static io.overture.store.Kinds.AMOUNT;
import static io.overture.store.Kinds.MONEY;
import static io.overture.store.Kinds.TEXT;
import static io.overture.store.Kinds.list;

import io.overture.visitor.Cart;
import io.overture.visitor.Category;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import java.util.List;

/** Her cart, and items wherever they occur. */
final class StoredCart {

    static final Kind<Category> CATEGORY = TEXT.as(Category::new, Category::path);

    static final Shape<Item> ITEM = row -> {
        row.open(5);
        var id = row.text(Item::id);
        var name = row.maybeText(Item::name);
        var brand = row.maybeText(Item::brand);
        var category = row.field(Item::category, CATEGORY);
        var price = row.maybe(Item::price, MONEY);
        return row.isWritten() ? row.written() : new Item(id, name, brand, category, price).shared();
    };

    private static final Shape<Line> LINE = row -> {
        row.open(2);
        var item = row.field(Line::item, ITEM);
        var quantity = row.field(Line::quantity, AMOUNT);
        return row.isWritten() ? row.written() : new Line(item, quantity);
    };

    private static final Shape<Cart.Change> CHANGE = row -> {
        row.open(3);
        var at = row.instant(Cart.Change::at);
        var added = row.flag(Cart.Change::added);
        var line = row.field(Cart.Change::line, LINE);
        return row.isWritten() ? row.written() : new Cart.Change(at, added, line);
    };

    private static final Kind<List<Line>> LINES = list(LINE);

    private static final Kind<List<Cart.Change>> CHANGES = list(CHANGE);

    static final Shape<Cart> CART = row -> {
        row.open(4);
        var lines = row.field(Cart::lines, LINES);
        var asOf = row.instant(Cart::asOf);
        var emptied = row.maybeInstant(Cart::emptied);
        var changes = row.field(Cart::changes, CHANGES);
        return row.isWritten() ? row.written() : new Cart(lines, asOf, emptied, changes);
    };

    private StoredCart() {}
}
