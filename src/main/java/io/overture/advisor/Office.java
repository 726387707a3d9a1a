package io.overture.advisor;

import io.overture.desk.Boutique;
import io.overture.push.Timers;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What every console's socket leans on.
 *
 * @param nanos a clock that only goes forward
 */
record Office(
        Consoles consoles,
        Reach reach,
        Greeting greeting,
        Conversing conversing,
        Errands errands,
        Boutique boutique,
        Timers timers,
        LongSupplier nanos,
        Duration heartbeat) {

    /** What of the boutique the console has not been shown. */
    void show(Console console) {
        console.show(boutique.view(console.seat(), console.window().most()));
    }
}
