package io.overture.redis;

import io.vertx.redis.client.Response;
import org.jspecify.annotations.Nullable;

/**
 * What one Redis of several answered.
 *
 * @param server its address, as far as it is known by one
 * @param answer null when it gave none
 * @param why it gave none; empty when it did
 */
record Reply(String server, @Nullable Response answer, String why) {

    static Reply of(String server, @Nullable Response answer, @Nullable Throwable failure) {
        return new Reply(server, answer, failure == null ? "" : String.valueOf(failure.getMessage()));
    }
}
