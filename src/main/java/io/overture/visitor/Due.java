package io.overture.visitor;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the world outside her shard must be told, kept with her until it has been: done at least once, and keyed, so
 * that twice is once.
 */
public sealed interface Due {

    String id();

    /**
     * She accepted an invitation or asked for an advisor.
     *
     * @param trigger the invitation's; null when she asked by herself
     * @param channels what the invitation proposed, the chosen one first
     * @param weight in the book's currency
     */
    record Wanted(
            String id,
            @Nullable String trigger,
            @Nullable String item,
            List<String> channels,
            String language,
            @Nullable String client,
            @Nullable String tier,
            BigDecimal weight,
            Instant at)
            implements Due {
        public Wanted {
            channels = List.copyOf(channels);
        }
    }

    /** A moment the advisors are told of without her being asked. */
    record Alert(
            String id,
            String trigger,
            @Nullable String item,
            String language,
            @Nullable String client,
            @Nullable String tier,
            BigDecimal weight,
            Instant at)
            implements Due {}

    /** She wrote something in a conversation. */
    record Wrote(String id, String conversation, String text, Instant at) implements Due {}

    /** Everything the desk was told of her is to be forgotten. */
    record Forget(String id) implements Due {}
}
