package io.overture.redis;

import io.vertx.redis.client.impl.types.ErrorType;
import java.util.List;

/** What it means that Redis refused. */
final class Refusal {

    /** Its cluster has not come together, or the slot is between two of its nodes. */
    private static final List<String> NOT_NOW = List.of("CLUSTERDOWN", "TRYAGAIN");

    /** It is no master, or none yet: whoever its address, or a sentinel, names now may be another. */
    private static final List<String> NOT_HERE = List.of("READONLY", "LOADING", "MASTERDOWN");

    private Refusal() {}

    /** Nothing was done, so that it may be sent again anywhere. A script that failed passes the word on, older ones in the middle. */
    static boolean meansNotHere(Throwable failure) {
        return failure instanceof ErrorType error
                && (NOT_HERE.stream().anyMatch(error::is)
                        || String.valueOf(error.getMessage()).contains("-READONLY "));
    }

    /** Of no answer at all it says nothing. */
    static boolean meansNotNow(Throwable failure) {
        return meansNotHere(failure)
                || failure instanceof ErrorType error && NOT_NOW.stream().anyMatch(error::is);
    }

    /** Redis was there and said what it thinks of this command. */
    static boolean isAnAnswer(Throwable failure) {
        return failure instanceof ErrorType && !ReplyLost.isWhat(failure) && !meansNotNow(failure);
    }
}
