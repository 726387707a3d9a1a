package io.overture.redis;

import io.vertx.redis.client.impl.types.ErrorType;
import org.jspecify.annotations.Nullable;

/**
 * Another node of the cluster has what was asked for: from now on ({@code MOVED <slot> <place>}), or this once while the
 * slot is on its way there ({@code ASK <slot> <place>}).
 */
record Redirect(Endpoint to, boolean onlyOnce) {

    /** Null: the failure is something else. */
    static @Nullable Redirect of(Throwable failure, Endpoint from) {
        if (!(failure instanceof ErrorType error) || !(error.is("MOVED") || error.is("ASK"))) {
            return null;
        }
        var words = String.valueOf(error.getMessage()).split(" ", -1);
        if (words.length < 3) {
            return null;
        }
        var to = Endpoint.of(words[2]);
        return new Redirect(to.host().isEmpty() ? new Endpoint(from.host(), to.port()) : to, error.is("ASK"));
    }
}
