package io.overture.store;

import io.overture.redis.Lanes;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.Optional;

/** Whose Redis this is: the first region that comes leaves its name, and it stays. */
final class RegionMark {

    static final String KEY = "ov:region";

    private RegionMark() {}

    /** What is wrong with a node of this region here; empty: nothing is. */
    static Uni<Optional<String>> claim(Lanes lanes, String region) {
        return lanes.send(Request.cmd(Command.SET).arg(KEY).arg(region).arg("NX"))
                .chain(ours -> lanes.send(Request.cmd(Command.GET).arg(KEY)))
                .map(owner -> owner == null || owner.toString().equals(region)
                        ? Optional.empty()
                        : Optional.of("this Redis belongs to region " + owner + ", and this node is of " + region
                                + " (OVERTURE_REGION): each region has a Redis of its own. Should the region have another"
                                + " name now, delete the key " + KEY + " while none of its nodes run"));
    }
}
