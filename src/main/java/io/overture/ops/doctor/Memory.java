package io.overture.ops.doctor;

import io.overture.redis.RedisFacts;
import io.overture.redis.Room;

/** Whether Redis has a bound below the machine's memory, and how near it is. */
final class Memory implements RedisRule {

    private static final String ID = "redis.memory";
    private static final String SEE = "docs/operations.md#redis-what-each-choice-can-lose";

    @Override
    public Finding of(RedisFacts redis) {
        long most = redis.number("maxmemory");
        if (most == 0) {
            return Finding.warn(
                    ID, "maxmemory is not set: a Redis that grows is killed with all it has not written yet", SEE);
        }
        double share = (double) redis.number("used_memory") / most;
        var used = "%d %% of maxmemory is used".formatted(Math.round(share * 100));
        return share >= Room.TIGHT
                ? Finding.warn(ID, used + ": strangers are refused already, everybody is when it is full", SEE)
                : Finding.ok(ID, used, SEE);
    }
}
