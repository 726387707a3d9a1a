package io.overture.trigger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the book.
 *
 * @param describe in words, for people
 * @param intent how likely help leads to a sale, ≥ 0
 * @param assume the stake when it is unknown or nothing, in the book's currency
 * @param offer what to invite her to; null when only the advisors are told
 * @param alert whether the advisors are told
 */
public record Trigger(
        String id,
        @Nullable String describe,
        Condition when,
        BigDecimal intent,
        @Nullable BigDecimal assume,
        @Nullable Offer offer,
        boolean alert,
        Active active,
        List<Boost> boosts) {

    /**
     * An invitation to be made.
     *
     * @param copy name of the words
     * @param channels the first is the one proposed
     * @param expires counted from the commit
     */
    public record Offer(String copy, List<String> channels, Duration expires) {
        public Offer {
            channels = List.copyOf(channels);
        }
    }

    /** When the rule is in force; null is open. */
    public record Active(@Nullable Instant from, @Nullable Instant until) {
        public static final Active ALWAYS = new Active(null, null);

        public Spans spans() {
            return (from == null ? Spans.ALWAYS : Spans.from(from))
                    .and(until == null ? Spans.ALWAYS : Spans.until(until));
        }
    }

    /** A condition that multiplies the weight while it holds. */
    public record Boost(Condition when, BigDecimal times) {}

    public Trigger {
        boosts = List.copyOf(boosts);
    }

    /** The most its moment may be worth, before the relationship, of somebody with nothing at stake. */
    BigDecimal mostAssumed() {
        return assume == null
                ? BigDecimal.ZERO
                : boosts.stream()
                        .map(Boost::times)
                        .filter(times -> times.compareTo(BigDecimal.ONE) > 0)
                        .reduce(assume.multiply(intent), BigDecimal::multiply);
    }
}
