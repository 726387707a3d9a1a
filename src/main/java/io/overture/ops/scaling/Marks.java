package io.overture.ops.scaling;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Asks nodes to drain and to serve again, by a mark in Redis that is there until the node is gone. Fails as {@link Lanes} do. */
final class Marks {

    static final String KEY = "ov:{fleet}:marks";

    /** A node renews it with each report: it outlives one that was killed, and an hour without Redis. */
    static final Duration LIFETIME = Duration.ofHours(1);

    private static final Script MARK = Script.named("mark");
    private static final List<String> KEYS = List.of(Reports.LOADS, KEY);

    private final Lanes lanes;

    Marks(Lanes lanes) {
        this.lanes = lanes;
    }

    /** What came of it. */
    enum Outcome {
        DONE,
        /** No such node says what it carries. */
        UNKNOWN,
        /** Its release cannot be asked. */
        OLD,
        /** No other node would serve. */
        LAST
    }

    /** @param force even if no other node would serve */
    Uni<Outcome> ask(String node, Mark mark, boolean force) {
        return lanes.run(MARK, KEYS, node, mark.word(), LIFETIME.toMillis(), force ? 1 : 0)
                .map(answer -> Outcome.valueOf(String.valueOf(answer).toUpperCase(Locale.ROOT)));
    }
}
