package io.overture.advisor;

import io.overture.desk.Staff;
import io.overture.desk.Standing;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** Who is there, and where she is reached. Fails with {@link io.overture.redis.StoreUnavailable}. */
interface Reach {

    /** A console is open; its advisor is in reach. */
    Uni<Void> arrived(Console console);

    /** The console is closed; never fails. */
    Uni<Void> left(Console console);

    /** All of these are still open, in one go; never fails. */
    Uni<Void> renew(Collection<Console> consoles);

    /** She says so herself, for all her consoles. */
    Uni<Void> is(String advisor, Standing.State state);

    /** How everybody stands now. */
    Uni<Staff> staff();
}
