package io.overture.advisor;

import io.overture.roster.Seat;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** Who is there, and where she is reached. Fails with {@link io.overture.store.StoreUnavailable}. */
interface Reach {

    /** How long she is in reach after the last sign of a node that has a console of hers. */
    Duration LEASE = Duration.ofSeconds(15);

    /** A console is open; its advisor is in reach. */
    Uni<Void> arrived(Console console);

    /** The console is closed; never fails. */
    Uni<Void> left(Console console);

    /** All of these are still open, in one go; never fails. */
    Uni<Void> renew(Collection<Console> consoles);

    /** She says so herself, for all her consoles. */
    Uni<Void> is(Seat seat, Standing.State state);

    /** Everybody on the roster. */
    Uni<Map<String, Standing>> standings();

    /** Conversations she can still take on; 0 unless she is available. */
    default Uni<Integer> free(Seat seat) {
        return standings().map(all -> {
            var standing = Standing.of(all, seat.advisor().id());
            return standing.state() == Standing.State.AVAILABLE ? standing.free() : 0;
        });
    }
}
