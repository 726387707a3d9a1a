package io.overture.ops.doctor;

import io.overture.redis.RedisFacts;

/** What Redis does when it is full: it must refuse, not throw away. */
final class Eviction implements RedisRule {

    private static final String ID = "redis.eviction";
    private static final String SEE = "docs/operations.md#what-it-needs";

    @Override
    public Finding of(RedisFacts redis) {
        var policy = redis.info("maxmemory_policy");
        return switch (policy) {
            case "noeviction" -> Finding.ok(ID, "a full Redis refuses what is new, and keeps what it has", SEE);
            case "" -> Finding.warn(ID, "Redis does not say what it does when it is full", SEE);
            default ->
                Finding.fail(
                        ID,
                        "maxmemory-policy is %s: a full Redis throws visitors away; set it to noeviction"
                                .formatted(policy),
                        SEE);
        };
    }
}
