package io.overture.client;

import io.smallrye.mutiny.Uni;

/** Whoever keeps something of clients: told when one is erased, and done before she is told that she is. */
public interface Forgetting {

    /**
     * Answers what it erased. Safe to repeat: what a call before this one did not come to is done now. Fails
     * when it is not known whether all is done.
     */
    Uni<Erasure> forgetClient(String id);
}
