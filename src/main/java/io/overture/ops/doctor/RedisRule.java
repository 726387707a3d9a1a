package io.overture.ops.doctor;

import io.overture.store.RedisFacts;

/** One thing to look at in each Redis that answers. */
interface RedisRule {

    Finding of(RedisFacts redis);
}
