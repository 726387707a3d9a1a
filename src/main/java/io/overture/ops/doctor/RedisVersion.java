package io.overture.ops.doctor;

import io.overture.redis.RedisFacts;
import java.util.regex.Pattern;

/** Scripts need what 6.2 has; what nodes say to each other on a cluster needs 7.0. */
final class RedisVersion implements RedisRule {

    private static final String ID = "redis.version";
    private static final String SEE = "docs/operations.md#what-it-needs";
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");
    private static final int THOUSAND = 1_000;
    private static final int ALONE = 6_002;
    private static final int OF_A_CLUSTER = 7_000;

    @Override
    public Finding of(RedisFacts redis) {
        var version = redis.info("redis_version");
        var numbers = NUMBERS.matcher(version);
        if (!numbers.matches()) {
            return Finding.warn(ID, "Redis does not say which version it is", SEE);
        }
        boolean isCluster = redis.info("cluster_enabled").equals("1");
        int found = Integer.parseInt(numbers.group(1)) * THOUSAND + Integer.parseInt(numbers.group(2));
        return found < (isCluster ? OF_A_CLUSTER : ALONE)
                ? Finding.fail(ID, "Redis %s is too old: %s".formatted(version, isCluster ? "7.0" : "6.2"), SEE)
                : Finding.ok(ID, "Redis " + version + (isCluster ? ", a cluster" : ""), SEE);
    }
}
