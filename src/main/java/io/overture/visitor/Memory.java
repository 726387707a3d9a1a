package io.overture.visitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What outlives a session.
 *
 * @param journalId her random name in the journal; forgetting it unlinks her
 * @param visits when earlier sessions began
 * @param ended digests of the last sessions that ended
 * @param wishes by item, at most 64
 * @param favours by category path, at most 64
 * @param seen items viewed in earlier visits and when each visit ended, at most 64
 * @param cart items her cart held when she last left
 * @param purchases the last 32
 * @param clientId who she last was said to be
 * @param shownAt when an invitation was last shown to her, or would have been but for the holdout, or a conversation of hers
 *     last began or ended
 * @param refusedAt when she last declined one
 * @param dismissedAt when she last put one away without a no
 */
public record Memory(
        String journalId,
        Recent visits,
        List<String> ended,
        Map<String, Wish> wishes,
        Map<String, Favour> favours,
        Map<String, Instant> seen,
        Set<String> cart,
        List<Purchase> purchases,
        @Nullable String clientId,
        @Nullable Instant shownAt,
        @Nullable Instant refusedAt,
        @Nullable Instant dismissedAt) {

    public static final int MOST_ENTRIES = 64;
    static final int MOST_PURCHASES = 32;
    static final int MOST_ENDED = 8;

    public Memory {
        ended = List.copyOf(ended);
        wishes = SmallMap.copyOf(wishes);
        favours = SmallMap.copyOf(favours);
        seen = SmallMap.copyOf(seen);
        cart = Set.copyOf(cart);
        purchases = List.copyOf(purchases);
    }

    static Memory of(String journalId) {
        return new Memory(
                journalId,
                Recent.NEVER,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                List.of(),
                null,
                null,
                null,
                null);
    }

    /** What of an event outlives the session, whether that is still open or not. */
    Memory plus(Event event, boolean late, boolean personal) {
        return switch (event.meaning()) {
            case Meaning.Wished wish -> wished(wish, event.at(), late);
            case Meaning.Purchased purchase -> purchased(purchase, event.at(), personal);
            case Meaning.Refunded refund -> refunded(refund, event.at());
            default -> this;
        };
    }

    private Memory wished(Meaning.Wished wish, Instant at, boolean late) {
        var next = wishes;
        for (var item : wish.items()) {
            next = Keep.with(
                    next,
                    item.id(),
                    Wish.NEVER,
                    had -> {
                        if (!wish.added()) {
                            return had.removed(at);
                        }
                        return late ? had.addedEarlier(at) : had.added(at);
                    },
                    MOST_ENTRIES,
                    Comparator.comparing(Wish::touchedAt));
        }
        return with(next, favours, purchases);
    }

    private Memory purchased(Meaning.Purchased purchase, Instant at, boolean personal) {
        var told = Purchase.of(purchase, at, personal);
        var known = find(told.transactionId());
        if (known != null && known.isTold()) {
            return this;
        }
        var order = known == null ? told : known.joined(told);
        var next = favours;
        if (personal && !order.isGivenBack()) {
            for (var line : purchase.lines()) {
                for (var path : line.item().category().prefixes()) {
                    next = favoured(next, path, had -> had.bought(at));
                }
            }
        }
        return with(wishes, next, keeping(known, order));
    }

    private Memory refunded(Meaning.Refunded refund, Instant at) {
        if (refund.transactionId() == null) {
            return this;
        }
        var told = Purchase.of(refund, at);
        var known = find(told.transactionId());
        var order = known == null ? told : known.joined(told);
        var kept = keeping(known, order);
        return with(wishes, order.isGivenBack() ? withoutFavoursOf(order, kept) : favours, kept);
    }

    private @Nullable Purchase find(@Nullable String transactionId) {
        return purchases.stream()
                .filter(each -> transactionId != null && transactionId.equals(each.transactionId()))
                .findFirst()
                .orElse(null);
    }

    private List<Purchase> keeping(@Nullable Purchase before, Purchase after) {
        var orders = new ArrayList<>(purchases);
        orders.remove(before);
        orders.add(after);
        orders.sort(Comparator.comparing(Purchase::at));
        return orders.size() > MOST_PURCHASES ? orders.subList(1, orders.size()) : orders;
    }

    /** What is given back ties her to nothing, unless another order does. */
    private Map<String, Favour> withoutFavoursOf(Purchase order, List<Purchase> kept) {
        var next = new HashMap<String, Favour>();
        favours.forEach((path, favour) -> {
            var left = order.at().equals(favour.bought()) ? favour.lastBought(lastBought(path, kept)) : favour;
            if (left.isSomething()) {
                next.put(path, left);
            }
        });
        return next;
    }

    private static @Nullable Instant lastBought(String path, List<Purchase> kept) {
        return kept.stream()
                .filter(each -> !each.isGivenBack()
                        && each.lines().stream()
                                .anyMatch(line -> line.category().isWithin(path)))
                .map(Purchase::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** With a session's harvest brought in. */
    Memory afterVisit(Session session) {
        var at = session.activity().heard();
        var looked = session.attention().interests().stream()
                .filter(interest -> !interest.views().isNever())
                .toList();
        var favoured = favours;
        var items = new HashMap<>(seen);
        var categories = new HashSet<String>();
        for (var interest : looked) {
            items.put(interest.item().id(), at);
            if (session.personal()) {
                categories.addAll(interest.item().category().prefixes());
            }
        }
        for (var path : categories) {
            favoured = favoured(favoured, path, had -> had.viewed(at));
        }
        var wished = new HashMap<String, Wish>();
        wishes.forEach((item, wish) -> {
            if (wish.stands()) {
                wished.put(item, wish.afterVisit());
            }
        });
        var left = new HashSet<String>();
        session.cart().now().lines().forEach(line -> left.add(line.item().id()));
        return new Memory(
                journalId,
                visits.plus(session.activity().began()),
                Keep.last(ended, session.id(), MOST_ENDED),
                wished,
                favoured,
                Keep.newest(items, MOST_ENTRIES, Comparator.naturalOrder()),
                session.cart().isUntouched() ? cart : left,
                purchases,
                clientId,
                shownAt,
                refusedAt,
                dismissedAt);
    }

    /** Without personalization consent: client, tier and favourites are dropped. */
    Memory impersonal() {
        var orders = purchases.stream().map(Purchase::impersonal).toList();
        return clientId == null && favours.isEmpty() && orders.equals(purchases)
                ? this
                : new Memory(
                        journalId,
                        visits,
                        ended,
                        wishes,
                        Map.of(),
                        seen,
                        cart,
                        orders,
                        null,
                        shownAt,
                        refusedAt,
                        dismissedAt);
    }

    /** For another client at the same browser, who inherits nothing; what was declined stays declined. */
    Memory forClient(String id) {
        if (id.equals(clientId)) {
            return this;
        }
        return clientId == null
                ? new Memory(
                        journalId,
                        visits,
                        ended,
                        wishes,
                        favours,
                        seen,
                        cart,
                        purchases,
                        id,
                        shownAt,
                        refusedAt,
                        dismissedAt)
                : new Memory(
                        journalId,
                        Recent.NEVER,
                        ended,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        List.of(),
                        id,
                        shownAt,
                        refusedAt,
                        dismissedAt);
    }

    public Memory shown(Instant at) {
        return asked(Keep.laterOf(shownAt, at), refusedAt, dismissedAt);
    }

    public Memory refused(Instant at) {
        return asked(shownAt, Keep.laterOf(refusedAt, at), dismissedAt);
    }

    public Memory dismissed(Instant at) {
        return asked(shownAt, refusedAt, Keep.laterOf(dismissedAt, at));
    }

    boolean hasEnded(String session) {
        return ended.contains(session);
    }

    private Memory with(Map<String, Wish> wished, Map<String, Favour> favoured, List<Purchase> bought) {
        return with(wished, favoured, bought, seen, cart);
    }

    Memory with(
            Map<String, Wish> wished,
            Map<String, Favour> favoured,
            List<Purchase> bought,
            Map<String, Instant> seenBefore,
            Set<String> left) {
        return new Memory(
                journalId,
                visits,
                ended,
                wished,
                favoured,
                seenBefore,
                left,
                bought,
                clientId,
                shownAt,
                refusedAt,
                dismissedAt);
    }

    private Memory asked(@Nullable Instant shown, @Nullable Instant refused, @Nullable Instant dismissed) {
        return new Memory(
                journalId, visits, ended, wishes, favours, seen, cart, purchases, clientId, shown, refused, dismissed);
    }

    private static Map<String, Favour> favoured(
            Map<String, Favour> favours, String path, UnaryOperator<Favour> change) {
        return Keep.with(favours, path, Favour.NONE, change, MOST_ENTRIES, Comparator.comparing(Favour::touched));
    }
}
