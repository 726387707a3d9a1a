package io.overture.store;

import static io.overture.store.Kinds.AMOUNT;
import static io.overture.store.Kinds.INSTANT;
import static io.overture.store.Kinds.MONEY;
import static io.overture.store.Kinds.SHARED_TEXT;
import static io.overture.store.Kinds.list;
import static io.overture.store.Kinds.map;
import static io.overture.store.Kinds.set;

import io.overture.visitor.Category;
import io.overture.visitor.Favour;
import io.overture.visitor.Memory;
import io.overture.visitor.Purchase;
import io.overture.visitor.Purchase.Ordered;
import io.overture.visitor.Recent;
import io.overture.visitor.Wish;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What outlives a session. */
final class StoredMemory {

    /** A list of instants. */
    static final Kind<Recent> RECENT = new Kind<>() {
        @Override
        public void write(Out out, Recent recent) throws IOException {
            out.open(recent.size());
            for (int i = 0; i < recent.size(); i++) {
                out.millis(recent.millis(i));
            }
            out.close();
        }

        @Override
        public Recent read(In in) throws IOException {
            return Recent.ofMillis(in.listOfMillis(0));
        }
    };

    static final Kind<Map<String, Recent>> RECENT_BY_NAME = map(SHARED_TEXT, RECENT);

    private static final Shape<Wish> WISH = row -> {
        row.open(3);
        var earlier = row.maybeInstant(Wish::earlier);
        var added = row.maybeInstant(Wish::added);
        var removed = row.maybeInstant(Wish::removed);
        return row.isWritten() ? row.written() : new Wish(earlier, added, removed);
    };

    private static final Shape<Favour> FAVOUR = row -> {
        row.open(3);
        var visits = row.count(Favour::visits);
        var bought = row.maybeInstant(Favour::bought);
        var touched = row.instant(Favour::touched);
        return row.isWritten() ? row.written() : new Favour(visits, bought, touched);
    };

    private static final Shape<Ordered> ORDERED = row -> {
        row.open(4);
        var item = row.text(Ordered::item);
        var category = row.field(Ordered::category, StoredCart.CATEGORY);
        var quantity = row.field(Ordered::quantity, AMOUNT);
        var returned = row.field(Ordered::returned, AMOUNT);
        return row.isWritten() ? row.written() : new Ordered(item, category, quantity, returned);
    };

    /** Format 1 names the items that were ordered, and no more. */
    private static final Kind<List<Ordered>> LINES =
            list(ORDERED).before(2, Kinds.TEXTS.as(StoredMemory::oneOfEach, StoredMemory::items));

    private static final Shape<Purchase> PURCHASE = row -> {
        row.open(row.since(2) ? 6 : 4);
        var transactionId = row.maybeText(Purchase::transactionId);
        var at = row.instant(Purchase::at);
        var value = row.maybe(Purchase::value, MONEY);
        var lines = row.field(Purchase::lines, LINES);
        var returned = row.since(2) ? row.maybe(Purchase::returned, MONEY) : null;
        var isReturned = row.since(2) ? row.flag(Purchase::isReturned) : false;
        return row.isWritten() ? row.written() : new Purchase(transactionId, at, value, lines, returned, isReturned);
    };

    private static final Kind<Map<String, Wish>> WISHES = map(SHARED_TEXT, WISH);

    private static final Kind<Map<String, Favour>> FAVOURS = map(SHARED_TEXT, FAVOUR);

    private static final Kind<Map<String, Instant>> SEEN = map(SHARED_TEXT, INSTANT);

    private static final Kind<Set<String>> CART = set(SHARED_TEXT);

    private static final Kind<List<Purchase>> PURCHASES = list(PURCHASE);

    private static final Shape<Memory> EVERY_MEMORY = row -> {
        row.open(row.since(2) ? 12 : 11);
        var journalId = row.text(Memory::journalId);
        var visits = row.field(Memory::visits, RECENT);
        var ended = row.field(Memory::ended, Kinds.TEXTS);
        var wishes = row.field(Memory::wishes, WISHES);
        var favours = row.field(Memory::favours, FAVOURS);
        var seen = row.field(Memory::seen, SEEN);
        var cart = row.field(Memory::cart, CART);
        var purchases = row.field(Memory::purchases, PURCHASES);
        var clientId = row.maybeText(Memory::clientId);
        var shownAt = row.maybeInstant(Memory::shownAt);
        var refusedAt = row.maybeInstant(Memory::refusedAt);
        var dismissedAt = row.since(2) ? row.maybeInstant(Memory::dismissedAt) : null;
        return row.isWritten()
                ? row.written()
                : new Memory(
                        journalId,
                        visits,
                        ended,
                        wishes,
                        favours,
                        seen,
                        cart,
                        purchases,
                        clientId,
                        shownAt,
                        refusedAt,
                        dismissedAt);
    };

    static final Kind<Memory> MEMORY =
            EVERY_MEMORY.before(2, EVERY_MEMORY.as(memory -> memory, StoredMemory::withOneRefusal));

    private StoredMemory() {}

    private static List<Ordered> oneOfEach(List<String> items) {
        return items.stream()
                .map(item -> new Ordered(item, Category.NONE, BigDecimal.ONE, BigDecimal.ZERO))
                .toList();
    }

    private static List<String> items(List<Ordered> lines) {
        return lines.stream()
                .filter(line -> line.quantity().signum() > 0)
                .map(Ordered::item)
                .toList();
    }

    /** A release of format 1 knows one word for declining and putting away, and would otherwise ask again too soon. */
    private static Memory withOneRefusal(Memory memory) {
        return new Memory(
                memory.journalId(),
                memory.visits(),
                memory.ended(),
                memory.wishes(),
                memory.favours(),
                memory.seen(),
                memory.cart(),
                memory.purchases(),
                memory.clientId(),
                memory.shownAt(),
                newer(memory.refusedAt(), memory.dismissedAt()),
                null);
    }

    private static @Nullable Instant newer(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
