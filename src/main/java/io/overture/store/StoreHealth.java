package io.overture.store;

/** Whether Redis answers this node. */
public interface StoreHealth {

    /** It did when it was last asked. */
    boolean reachable();

    /** It has, at least once since this node started. */
    boolean everReached();
}
