package io.overture.store;

import io.overture.visitor.Category;
import io.overture.visitor.Favour;
import io.overture.visitor.Memory;
import io.overture.visitor.Purchase;
import io.overture.visitor.Recent;
import io.overture.visitor.Wish;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** What outlives a session. */
final class StoredMemory {

    private StoredMemory() {}

    static void write(Out out, Memory memory) throws IOException {
        boolean isCurrent = out.knows(Codec.CONSENT_WORDS);
        out.open(isCurrent ? 12 : 11);
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
        if (isCurrent) {
            out.instant(memory.refusedAt());
            out.instant(memory.dismissedAt());
        } else {
            out.instant(refusedOrDismissed(memory));
        }
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
                in.maybe(In::instant),
                in.knows(Codec.CONSENT_WORDS) ? in.maybe(In::instant) : null);
        in.close();
        return memory;
    }

    /** A release of format 1 knows one word for both, and would otherwise ask again too soon. */
    private static @Nullable Instant refusedOrDismissed(Memory memory) {
        var refused = memory.refusedAt();
        var dismissed = memory.dismissedAt();
        if (refused == null || dismissed == null) {
            return refused == null ? dismissed : refused;
        }
        return refused.isAfter(dismissed) ? refused : dismissed;
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
        boolean knows = out.knows(Codec.REFUNDS);
        out.open(knows ? 6 : 4);
        out.text(purchase.transactionId());
        out.instant(purchase.at());
        out.money(purchase.value());
        if (knows) {
            out.list(purchase.lines(), StoredMemory::ordered);
            out.money(purchase.returned());
            out.flag(purchase.isReturned());
        } else {
            out.list(purchase.items(), Out::text);
        }
        out.close();
    }

    private static Purchase purchase(In in) throws IOException {
        boolean knows = in.knows(Codec.REFUNDS);
        in.open();
        var purchase = new Purchase(
                in.maybe(In::text),
                in.next(In::instant),
                in.maybe(In::money),
                knows ? in.list(StoredMemory::ordered) : in.list(StoredMemory::one),
                knows ? in.maybe(In::money) : null,
                knows && in.next(In::flag));
        in.close();
        return purchase;
    }

    private static void ordered(Out out, Purchase.Ordered line) throws IOException {
        out.open(4);
        out.text(line.item());
        out.text(line.category().path());
        out.amount(line.quantity());
        out.amount(line.returned());
        out.close();
    }

    private static Purchase.Ordered ordered(In in) throws IOException {
        in.open();
        var line = new Purchase.Ordered(
                in.next(In::text), new Category(in.next(In::text)), in.next(In::amount), in.next(In::amount));
        in.close();
        return line;
    }

    /** Format 1 names the item only. */
    private static Purchase.Ordered one(In in) throws IOException {
        return new Purchase.Ordered(in.text(), Category.NONE, BigDecimal.ONE, BigDecimal.ZERO);
    }
}
