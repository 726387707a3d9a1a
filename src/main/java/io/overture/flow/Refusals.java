package io.overture.flow;

import io.overture.redis.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every word for why a step is given up: the store's reasons, and those of our own. */
public final class Refusals {

    /** Another node kept being faster. */
    static final String CONTENDED = "contended";

    /** Too much is under way on this node. */
    static final String BUSY = "busy";

    /** Too much waits for this visitor. */
    static final String CROWDED = "crowded";

    /** A fault of ours. */
    static final String INTERNAL = "internal";

    private Refusals() {}

    public static List<String> all() {
        return Stream.concat(
                        Arrays.stream(Reason.values()).map(Reason::word), Stream.of(CONTENDED, BUSY, CROWDED, INTERNAL))
                .toList();
    }
}
