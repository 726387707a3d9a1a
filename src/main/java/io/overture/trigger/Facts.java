package io.overture.trigger;

import io.overture.visitor.Client;
import io.overture.visitor.Session;
import java.util.Set;
import java.util.function.DoubleSupplier;
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
 * @param mayPromise whether the advisors' lists have room for one more thing promised; if not, nothing is
 */
public record Facts(
        Book book,
        Prices prices,
        Set<String> liveNodes,
        DoubleSupplier draw,
        Supplier<String> ids,
        Slot slot,
        Service service,
        boolean mayPromise) {

    public Facts(
            Book book,
            Prices prices,
            Set<String> liveNodes,
            DoubleSupplier draw,
            Supplier<String> ids,
            Slot slot,
            Service service) {
        this(book, prices, liveNodes, draw, ids, slot, service, true);
    }

    public Facts with(Slot known) {
        return new Facts(book, prices, liveNodes, draw, ids, known, service, mayPromise);
    }

    public Facts withoutPromises() {
        return new Facts(book, prices, liveNodes, draw, ids, slot, service, false);
    }

    /** Whether she is one of those who are never offered anything. */
    public boolean isHeldOut(@Nullable Client client) {
        var share = book.holdout(client);
        return share.signum() > 0 && draw.getAsDouble() < share.doubleValue();
    }

    /** The same of a session: who is held out at home is held out here, too. */
    public boolean holdsOut(Session session) {
        return session.inForceElsewhere().heldOut() || isHeldOut(session.standing());
    }
}
