package io.overture.store;

import io.vertx.redis.client.impl.types.ErrorType;
import java.util.List;

/** What it means that Redis refused. */
final class Refusal {

    /** It is loading, or a replica, or its cluster has not come together, or the slot is between two of its nodes. */
    private static final List<String> NOT_NOW = List.of("LOADING", "READONLY", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN");

    private Refusal() {}

    /** Of no answer at all it says nothing. */
    static boolean meansNotNow(Throwable failure) {
        return failure instanceof ErrorType error && NOT_NOW.stream().anyMatch(error::is);
    }

    /** Redis was there and said what it thinks of this command. */
    static boolean isAnAnswer(Throwable failure) {
        return failure instanceof ErrorType && !ReplyLost.isWhat(failure) && !meansNotNow(failure);
    }
}
