package io.overture.desk;

import io.overture.redis.Lanes;
import java.time.InstantSource;

/** Presence alone, for tests of other rooms. */
public final class PresenceInRedis {

    private PresenceInRedis() {}

    public static Presence of(Lanes lanes) {
        return new RedisSlots(lanes, Staffs::none, InstantSource.system(), DeskConfig.Staffing.LIVE, 4).presence();
    }
}
