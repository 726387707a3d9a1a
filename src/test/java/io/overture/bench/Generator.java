package io.overture.bench;

import io.overture.bench.Load.Result;
import io.overture.bench.Load.Target;
import java.time.Duration;
import java.util.List;

/** Sends as many beacons as will be answered, over {@link Load#CONNECTIONS} connections. */
interface Generator {

    Result run(Duration length);

    /** The leaner one where it is installed. */
    static Generator to(Target target, Beacons beacons) {
        return Wrk.isInstalled() ? new Wrk(target, beacons) : new Load(List.of(target), beacons);
    }

    static String name() {
        return Wrk.isInstalled() ? "wrk" : "our own generator";
    }
}
