package io.overture.flow;

import io.overture.store.Commit;
import io.overture.store.StoreUnavailable;
import io.overture.store.Stored;
import io.overture.store.Visitors;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Random;

/** A store whose requests get lost on the way there, and whose replies get lost on the way back. */
final class FaultyVisitors implements Visitors {

    private final Visitors store;
    private final Random random;
    private final double lost;

    FaultyVisitors(Visitors store, Random random, double lost) {
        this.store = store;
        this.random = random;
        this.lost = lost;
    }

    @Override
    public Uni<Optional<Stored>> load(VisitorKey key) {
        return happens() ? Uni.createFrom().failure(new StoreUnavailable("lost")) : store.load(key);
    }

    @Override
    public Uni<Outcome> commit(Commit commit) {
        if (happens()) {
            return Uni.createFrom().failure(new StoreUnavailable("request lost"));
        }
        var reply = store.commit(commit);
        return happens() ? reply.chain(() -> Uni.createFrom().failure(new StoreUnavailable("reply lost"))) : reply;
    }

    @Override
    public Uni<Void> discard(VisitorKey key) {
        return happens() ? Uni.createFrom().failure(new StoreUnavailable("lost")) : store.discard(key);
    }

    private synchronized boolean happens() {
        return random.nextDouble() < lost;
    }
}
