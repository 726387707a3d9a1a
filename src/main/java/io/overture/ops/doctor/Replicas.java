package io.overture.ops.doctor;

import io.overture.redis.RedisFacts;

/** Whether somebody takes over when a master is lost, and what that may cost. */
final class Replicas implements RedisRule {

    private static final String ID = "redis.replicas";
    private static final String SEE = "docs/operations.md#redis-what-each-choice-can-lose";

    @Override
    public Finding of(RedisFacts redis) {
        if (redis.info("role").equals("slave")) {
            return Finding.fail(ID, "this Redis is a replica: it refuses every write", SEE);
        }
        long replicas = redis.number("connected_slaves");
        if (replicas == 0) {
            return Finding.warn(ID, "there is no replica: while this Redis is away nobody is served", SEE);
        }
        return redis.setting("min-replicas-to-write").orElse("").equals("0")
                ? Finding.warn(
                        ID,
                        "min-replicas-to-write is 0: a master that is cut off goes on taking what a failover loses",
                        SEE)
                : Finding.ok(ID, "replicas: " + replicas, SEE);
    }
}
