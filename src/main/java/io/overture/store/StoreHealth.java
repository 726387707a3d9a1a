package io.overture.store;

/** How this node stands with Redis. */
public interface StoreHealth {

    /** It answered when it was last asked. */
    boolean reachable();

    /** It has answered at least once since this node started. */
    boolean everReached();

    /** Commands sent since this node started; a pipelined one counts like any other. */
    long commands();
}
