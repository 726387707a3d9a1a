package io.overture.passport;

import io.overture.redis.Lanes;
import io.overture.visitor.Handle;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;

/**
 * Each passport is used once in a region, at whichever node: the first to show it has it. The same page may ask again when
 * the answer was lost.
 */
final class OneUse {

    private final Lanes lanes;

    OneUse(Lanes lanes) {
        this.lanes = lanes;
    }

    /** Whether this holder was the first, or is the first once more. */
    Uni<Boolean> take(String region, String id, String holder, Duration lifetime) {
        var key = "ov:passport:used:{" + Handle.digest(region + " " + id) + "}";
        var mark = Handle.digest(holder);
        return lanes.send(Request.cmd(Command.SET)
                        .arg(key)
                        .arg(mark)
                        .arg("NX")
                        .arg("PX")
                        .arg(Math.max(1, lifetime.toMillis())))
                .chain(first -> lanes.send(Request.cmd(Command.GET).arg(key)))
                .map(found -> found != null && found.toString().equals(mark));
    }
}
