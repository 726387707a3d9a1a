package io.overture.ops.doctor;

import io.overture.redis.RedisFacts;

/** One thing to look at in each Redis that answers. */
interface RedisRule {

    Finding of(RedisFacts redis);
}
