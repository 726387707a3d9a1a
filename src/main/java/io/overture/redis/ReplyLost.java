package io.overture.redis;

import io.vertx.redis.client.impl.types.ErrorType;
import org.jspecify.annotations.Nullable;

/** A command was sent and no answer came: whether Redis took it is not known. */
final class ReplyLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReplyLost(@Nullable String message) {
        super(message, null, false, false);
    }

    /** Anything but an answer of Redis' own, even if that is a refusal. */
    static boolean isWhat(Throwable failure) {
        return !(failure instanceof ErrorType error) || error.is("CONNECTION_CLOSED");
    }
}
