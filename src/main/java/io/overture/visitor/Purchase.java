package io.overture.visitor;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * An order, as her browser told it, and what of it was given back.
 *
 * <p>What is told of one order may come in any order and more than once; joined, it is the same. Of one item the largest
 * quantity told in one refund counts as given back: the same refund, told again by a page shown again, is no second one.
 *
 * @param at of the purchase; of the refund while only that is known
 * @param lines at most {@link #MOST_LINES}
 * @param returned the largest amount given back without naming items
 * @param isReturned everything was given back, without an amount
 */
public record Purchase(
        @Nullable String transactionId,
        Instant at,
        @Nullable BigMoney value,
        List<Ordered> lines,
        @Nullable BigMoney returned,
        boolean isReturned) {

    static final int MOST_LINES = 20;

    /** Pieces of an item that were ordered, and how many came back; the category only where she may be known. */
    public record Ordered(String item, Category category, BigDecimal quantity, BigDecimal returned) {

        private Ordered joined(Ordered other) {
            return new Ordered(
                    item,
                    category.path().isEmpty() ? other.category : category,
                    quantity.max(other.quantity),
                    returned.max(other.returned));
        }

        private boolean isOrdered() {
            return quantity.signum() > 0;
        }

        private boolean isReturned() {
            return returned.compareTo(quantity) >= 0;
        }
    }

    public Purchase {
        lines = List.copyOf(lines);
    }

    static Purchase of(Meaning.Purchased told, Instant at, boolean personal) {
        var lines = told.lines().stream()
                .map(line -> new Ordered(
                        line.item().id(),
                        personal ? line.item().category() : Category.NONE,
                        line.quantity(),
                        BigDecimal.ZERO));
        return new Purchase(told.transactionId(), at, told.value(), once(lines), null, false);
    }

    /** A refund that names no items gives back its amount, or else everything. */
    static Purchase of(Meaning.Refunded told, Instant at) {
        var lines = told.lines().stream()
                .map(line -> new Ordered(line.item().id(), Category.NONE, BigDecimal.ZERO, line.quantity()));
        boolean isWhole = told.lines().isEmpty();
        return new Purchase(
                told.transactionId(),
                at,
                null,
                once(lines),
                isWhole ? told.value() : null,
                isWhole && told.value() == null);
    }

    /** What was bought, by item. */
    public List<String> items() {
        return lines.stream().filter(Ordered::isOrdered).map(Ordered::item).toList();
    }

    /** Whether the purchase itself was told, and not only that something of it was given back. */
    public boolean isTold() {
        return value != null
                || lines.stream().anyMatch(Ordered::isOrdered)
                || !isReturned && returned == null && lines.isEmpty();
    }

    /** Whether nothing of it is hers any more. */
    public boolean isGivenBack() {
        var ordered = lines.stream().filter(Ordered::isOrdered).toList();
        return isReturned
                || returned != null && isAllOfIt(returned)
                || !ordered.isEmpty() && ordered.stream().allMatch(Ordered::isReturned);
    }

    private boolean isAllOfIt(BigMoney amount) {
        return value == null || !value.isSameCurrency(amount) || !amount.isLessThan(value);
    }

    /** With what else was told of it. */
    Purchase joined(Purchase other) {
        var told = isTold() ? this : other;
        return new Purchase(
                transactionId,
                told.at,
                told.value,
                once(Stream.concat(lines.stream(), other.lines.stream())),
                largest(returned, other.returned),
                isReturned || other.isReturned);
    }

    /** Without what says what she cares for. */
    Purchase impersonal() {
        return new Purchase(
                transactionId,
                at,
                value,
                lines.stream()
                        .map(line -> new Ordered(line.item(), Category.NONE, line.quantity(), line.returned()))
                        .toList(),
                returned,
                isReturned);
    }

    private static @Nullable BigMoney largest(@Nullable BigMoney one, @Nullable BigMoney other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isSameCurrency(other) && one.isLessThan(other) ? other : one;
    }

    private static List<Ordered> once(Stream<Ordered> lines) {
        var all = new LinkedHashMap<String, Ordered>();
        for (var line : lines.toList()) {
            if (all.size() < MOST_LINES || all.containsKey(line.item())) {
                all.merge(line.item(), line, Ordered::joined);
            }
        }
        return List.copyOf(all.values());
    }
}
