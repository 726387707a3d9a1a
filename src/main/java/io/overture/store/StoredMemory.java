package io.overture.store;

import io.overture.visitor.Category;
import io.overture.visitor.Favour;
import io.overture.visitor.Memory;
import io.overture.visitor.Purchase;
import io.overture.visitor.Recent;
import io.overture.visitor.Wish;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;

/** What outlives a session. */
final class StoredMemory {

    private StoredMemory() {}

    static void write(Out out, Memory memory) throws IOException {
        out.open(11);
        out.text(memory.journalId());
        recent(out, memory.visits());
        out.list(memory.ended(), Out::text);
        out.map(memory.wishes(), Out::text, StoredMemory::wish);
        out.map(memory.favours(), Out::text, StoredMemory::favour);
        out.map(memory.seen(), Out::text, Out::instant);
        out.list(memory.cart(), Out::text);
        out.list(memory.purchases(), StoredMemory::purchase);
        out.text(memory.clientId());
        out.instant(memory.shownAt());
        out.instant(memory.refusedAt());
        out.close();
    }

    static Memory read(In in) throws IOException {
        in.open();
        var memory = new Memory(
                in.next(In::text),
                in.next(StoredMemory::recent),
                in.list(In::text),
                in.map(In::text, StoredMemory::wish),
                in.map(In::text, StoredMemory::favour),
                in.map(In::text, In::instant),
                new HashSet<>(in.list(In::text)),
                in.list(StoredMemory::purchase),
                in.maybe(In::text),
                in.maybe(In::instant),
                in.maybe(In::instant));
        in.close();
        return memory;
    }

    static void recent(Out out, Recent recent) throws IOException {
        out.list(recent.newestFirst(), Out::instant);
    }

    static Recent recent(In in) throws IOException {
        return new Recent(in.listHere(In::instant));
    }

    private static void wish(Out out, Wish wish) throws IOException {
        out.open(3);
        out.instant(wish.earlier());
        out.instant(wish.added());
        out.instant(wish.removed());
        out.close();
    }

    private static Wish wish(In in) throws IOException {
        in.open();
        var wish = new Wish(in.maybe(In::instant), in.maybe(In::instant), in.maybe(In::instant));
        in.close();
        return wish;
    }

    private static void favour(Out out, Favour favour) throws IOException {
        out.open(3);
        out.number(favour.visits());
        out.instant(favour.bought());
        out.instant(favour.touched());
        out.close();
    }

    private static Favour favour(In in) throws IOException {
        in.open();
        var favour = new Favour(in.next(In::count), in.maybe(In::instant), in.next(In::instant));
        in.close();
        return favour;
    }

    private static void purchase(Out out, Purchase purchase) throws IOException {
        out.open(4);
        out.text(purchase.transactionId());
        out.instant(purchase.at());
        out.money(purchase.value());
        out.list(purchase.items(), Out::text);
        out.close();
    }

    private static Purchase purchase(In in) throws IOException {
        in.open();
        var purchase = new Purchase(
                in.maybe(In::text),
                in.next(In::instant),
                in.maybe(In::money),
                in.list(In::text).stream()
                        .map(item -> new Purchase.Ordered(item, Category.NONE, BigDecimal.ONE, BigDecimal.ZERO))
                        .toList(),
                null,
                false);
        in.close();
        return purchase;
    }
}
