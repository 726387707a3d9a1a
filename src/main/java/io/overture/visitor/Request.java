package io.overture.visitor;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What she wants of an advisor.
 *
 * @param trigger the invitation's; null when she asked by herself
 * @param name the item's, as a page of the shop told it
 * @param channels what was proposed, the chosen one first
 * @param language BCP 47
 * @param weight in the book's currency
 * @param isPriced whether the weight rests on a price the house knows; if not, on what is assumed
 */
public record Request(
        @Nullable String trigger,
        @Nullable String item,
        @Nullable String name,
        List<String> channels,
        String language,
        BigDecimal weight,
        boolean isPriced) {

    public Request {
        channels = List.copyOf(channels);
    }

    /** Of which nobody knows the price. */
    public Request(
            @Nullable String trigger,
            @Nullable String item,
            @Nullable String name,
            List<String> channels,
            String language,
            BigDecimal weight) {
        this(trigger, item, name, channels, language, weight, false);
    }

    public String channel() {
        return channels.getFirst();
    }
}
