package io.overture.visitor;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What she wants of an advisor.
 *
 * @param trigger the invitation's; null when she asked by herself
 * @param piece the item's name, as the shop says it
 * @param channels what was proposed, the chosen one first
 * @param language BCP 47
 * @param weight in the book's currency
 */
public record Request(
        @Nullable String trigger,
        @Nullable String item,
        @Nullable String piece,
        List<String> channels,
        String language,
        BigDecimal weight) {

    public Request {
        channels = List.copyOf(channels);
    }

    public String channel() {
        return channels.getFirst();
    }
}
