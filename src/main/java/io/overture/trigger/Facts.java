package io.overture.trigger;

import io.overture.visitor.Client;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the world knows at an instant.
 *
 * @param liveNodes incarnations whose lease runs
 * @param draw hers alone, uniform in [0, 1) and always the same: below the holdout's share she is held out. Drawn only
 *     when that is asked, for it costs a digest
 * @param ids makes an unguessable identifier
 * @param slot whether an advisor has room for one more
 * @param bar what a moment of a tier must weigh at least while advisors are busy, beside the book's floor
 */
public record Facts(
        Book book,
        Prices prices,
        Set<String> liveNodes,
        DoubleSupplier draw,
        Supplier<String> ids,
        Slot slot,
        Function<String, BigDecimal> bar,
        Service service) {

    public Facts with(Slot known) {
        return new Facts(book, prices, liveNodes, draw, ids, known, bar, service);
    }

    /** What an offer to her must weigh at least. */
    public BigDecimal floor(@Nullable Client client) {
        return book.floor().max(bar.apply(book.relationship(client)));
    }

    /** Whether she is one of those who are never offered anything. */
    public boolean isHeldOut(@Nullable Client client) {
        var share = book.holdout(client);
        return share.signum() > 0 && draw.getAsDouble() < share.doubleValue();
    }
}
