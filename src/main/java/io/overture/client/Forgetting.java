package io.overture.client;

import io.smallrye.mutiny.Uni;

/** Whoever keeps something of clients: told when one is erased, and done before she is told that she is. */
public interface Forgetting {

    /** Safe to repeat. */
    Uni<Void> forgetClient(String id);
}
