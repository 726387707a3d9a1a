package io.overture.ops.doctor;

import io.overture.redis.RedisFacts;

/** Of a cluster: whether the loss of one master stops only its own visitors, and for how long. */
final class Coverage implements RedisRule {

    private static final String ID = "redis.cluster";
    private static final String SEE = "docs/operations.md#redis-cluster";
    private static final String USUAL_TIMEOUT = "15000";
    private static final int LONGEST_TIMEOUT = 5_000;

    @Override
    public Finding of(RedisFacts redis) {
        if (!redis.info("cluster_enabled").equals("1")) {
            return Finding.ok(ID, "not a cluster", SEE);
        }
        if (redis.setting("cluster-require-full-coverage").orElse("").equals("yes")) {
            return Finding.warn(
                    ID,
                    "cluster-require-full-coverage is yes: the loss of one master stops everybody until it is replaced",
                    SEE);
        }
        var timeout = redis.setting("cluster-node-timeout");
        return timeout.filter(text ->
                                text.length() >= USUAL_TIMEOUT.length() || Integer.parseInt(text) > LONGEST_TIMEOUT)
                        .isPresent()
                ? Finding.warn(
                        ID,
                        "cluster-node-timeout is %s ms: so long a lost master's visitors wait; 5000 is enough"
                                .formatted(timeout.get()),
                        SEE)
                : Finding.ok(ID, "the loss of one master stops only its own visitors", SEE);
    }
}
