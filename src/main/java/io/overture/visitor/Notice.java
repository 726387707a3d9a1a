package io.overture.visitor;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why she matters now, as the advisors were told: her heaviest moment.
 *
 * @param piece the item's name, as the shop says it
 * @param client her id at the house, so that her own advisor can be found; never shown before acceptance
 * @param tier the book's word for who she is
 */
public record Notice(
        String trigger,
        @Nullable String item,
        @Nullable String piece,
        String language,
        @Nullable String client,
        String tier,
        BigDecimal weight,
        Instant since) {}
