package io.overture.store;

import io.overture.visitor.Cart;
import io.overture.visitor.Category;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import java.io.IOException;

/** Her cart, and items wherever they occur. */
final class StoredCart {

    private StoredCart() {}

    static void write(Out out, Cart cart) throws IOException {
        out.open(4);
        out.list(cart.lines(), StoredCart::line);
        out.instant(cart.asOf());
        out.instant(cart.emptied());
        out.list(cart.changes(), StoredCart::change);
        out.close();
    }

    static Cart read(In in) throws IOException {
        in.open();
        var cart = new Cart(
                in.list(StoredCart::line), in.next(In::instant), in.maybe(In::instant), in.list(StoredCart::change));
        in.close();
        return cart;
    }

    static void item(Out out, Item item) throws IOException {
        out.open(5);
        out.text(item.id());
        out.text(item.name());
        out.text(item.brand());
        out.text(item.category().path());
        out.money(item.price());
        out.close();
    }

    static Item item(In in) throws IOException {
        in.open();
        var item = new Item(
                in.next(In::text),
                in.maybe(In::text),
                in.maybe(In::text),
                new Category(in.next(In::text)),
                in.maybe(In::money));
        in.close();
        return item;
    }

    private static void line(Out out, Line line) throws IOException {
        out.open(2);
        item(out, line.item());
        out.amount(line.quantity());
        out.close();
    }

    private static Line line(In in) throws IOException {
        in.open();
        var line = new Line(in.next(StoredCart::item), in.next(In::amount));
        in.close();
        return line;
    }

    private static void change(Out out, Cart.Change change) throws IOException {
        out.open(3);
        out.instant(change.at());
        out.flag(change.added());
        line(out, change.line());
        out.close();
    }

    private static Cart.Change change(In in) throws IOException {
        in.open();
        var change = new Cart.Change(in.next(In::instant), in.next(In::flag), in.next(StoredCart::line));
        in.close();
        return change;
    }
}
