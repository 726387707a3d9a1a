package io.overture.redis;

import java.util.Optional;

/** How this node stands with Redis. */
public interface StoreHealth {

    /** It answered when it was last asked. */
    boolean reachable();

    /** It has answered at least once since this node started. */
    boolean everReached();

    /** Why it refuses what is written to it, when it does; empty: it takes it. */
    Optional<Reason> refusesWrites();

    /** Messages between nodes that it did not take, since this node started. */
    long unpublished();

    /** Messages from nodes of another release whose version this one does not know, since this node started. */
    long notUnderstood();

    /** Commands sent since this node started; a pipelined one counts like any other. */
    long commands();
}
