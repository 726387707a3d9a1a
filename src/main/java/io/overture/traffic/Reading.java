package io.overture.traffic;

import io.overture.visitor.Event;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.visitor.Meaning;
import java.util.List;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** What the house makes of an event: whether it was understood, whether its pieces have a price, in which currency. */
final class Reading {

    private Reading() {}

    /** Its name is known, and it says what an event of that name is there to say. */
    static boolean isUnderstood(Event event) {
        return Event.KNOWN.contains(event.name())
                && switch (event.meaning()) {
                    case Meaning.Viewed viewed -> !viewed.items().isEmpty();
                    case Meaning.AddedToCart added -> !added.lines().isEmpty();
                    case Meaning.RemovedFromCart removed -> !removed.lines().isEmpty();
                    case Meaning.Wished wished -> !wished.items().isEmpty();
                    case Meaning.Purchased purchased -> !purchased.lines().isEmpty();
                    case Meaning.Refunded refunded ->
                        refunded.transactionId() != null || !refunded.lines().isEmpty();
                    case Meaning.CartShown shown -> true;
                    case Meaning.Looked looked -> true;
                    case Meaning.Engaged engaged -> true;
                    case Meaning.Searched searched -> true;
                    case Meaning.Other other -> !event.name().equals("view_detail");
                };
    }

    /** Whether a piece it speaks of has no price, or one without a currency. */
    static boolean isUnpriced(Event event) {
        return switch (event.meaning()) {
            case Meaning.Viewed(List<Item> items) -> unpriced(items);
            case Meaning.AddedToCart(List<Line> lines) -> unpricedLines(lines);
            case Meaning.CartShown shown ->
                shown.lines().isPresent() && unpricedLines(shown.lines().get());
            case Meaning.Purchased purchased -> unpricedLines(purchased.lines());
            case Meaning.Wished wished -> wished.added() && unpriced(wished.items());
            case Meaning.Refunded refunded -> false;
            case Meaning.RemovedFromCart removed -> false;
            case Meaning.Looked looked -> false;
            case Meaning.Engaged engaged -> false;
            case Meaning.Searched searched -> false;
            case Meaning.Other other -> false;
        };
    }

    /** The first currency it names beside an amount. */
    static @Nullable String currency(Event event) {
        return switch (event.meaning()) {
            case Meaning.Viewed(List<Item> items) -> ofItems(items);
            case Meaning.Wished wished -> ofItems(wished.items());
            case Meaning.AddedToCart(List<Line> lines) -> ofLines(lines);
            case Meaning.RemovedFromCart(List<Line> lines) -> ofLines(lines);
            case Meaning.CartShown shown ->
                shown.lines().isPresent() ? ofLines(shown.lines().get()) : null;
            case Meaning.Purchased purchased ->
                purchased.value() == null ? ofLines(purchased.lines()) : code(purchased.value());
            case Meaning.Refunded refunded ->
                refunded.value() == null ? ofLines(refunded.lines()) : code(refunded.value());
            case Meaning.Looked looked -> null;
            case Meaning.Engaged engaged -> null;
            case Meaning.Searched searched -> null;
            case Meaning.Other other -> null;
        };
    }

    private static boolean unpriced(List<Item> items) {
        for (var item : items) {
            if (item.price() == null) {
                return true;
            }
        }
        return false;
    }

    private static boolean unpricedLines(List<Line> lines) {
        for (var line : lines) {
            if (line.item().price() == null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String ofItems(List<Item> items) {
        for (var item : items) {
            if (item.price() != null) {
                return code(item.price());
            }
        }
        return null;
    }

    private static @Nullable String ofLines(List<Line> lines) {
        for (var line : lines) {
            if (line.item().price() != null) {
                return code(line.item().price());
            }
        }
        return null;
    }

    private static String code(BigMoney money) {
        return money.getCurrencyUnit().getCode();
    }
}
