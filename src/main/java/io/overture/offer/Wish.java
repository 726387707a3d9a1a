package io.overture.offer;

import io.overture.trigger.Book;
import io.overture.visitor.VisitorKey;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one visitor needs of an advisor.
 *
 * @param offer the invitation's id, or that of her own request: what is held is held for this
 * @param language BCP 47
 * @param channels the first is the one proposed; an advisor serves her if she has one of them
 * @param category path of the piece it is about, as in {@link io.overture.visitor.Category}; null when nobody knows
 * @param client null when she is not known
 * @param tier as in the book; {@link io.overture.trigger.Book#UNKNOWN} for a stranger
 * @param weight in the book's currency
 * @param moment what it is for: an offer for the same is made again only when nobody else waits, once one went unseen
 * @param places where her page is, as in {@link io.overture.visitor.Tab#places}
 */
public record Wish(
        String offer,
        VisitorKey visitor,
        String language,
        List<String> channels,
        @Nullable String category,
        @Nullable String client,
        String tier,
        BigDecimal weight,
        String moment,
        List<String> places) {

    public Wish {
        channels = List.copyOf(channels);
        places = List.copyOf(places);
    }

    public Wish(
            String offer,
            VisitorKey visitor,
            String language,
            List<String> channels,
            @Nullable String category,
            @Nullable String client,
            String tier,
            BigDecimal weight,
            String moment) {
        this(offer, visitor, language, channels, category, client, tier, weight, moment, List.of());
    }

    /** Whether the house does not know who it is. */
    public boolean isOfStranger() {
        return tier.equals(Book.UNKNOWN);
    }

    public String site() {
        return visitor.site();
    }
}
