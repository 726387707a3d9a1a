package io.overture.flow;

import io.overture.redis.Callback;
import io.overture.redis.StoreUnavailable;
import io.overture.store.Commit;
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
    public void load(VisitorKey key, Callback<Optional<Stored>> then) {
        if (happens()) {
            then.hear(null, new StoreUnavailable("lost"));
        } else {
            store.load(key, then);
        }
    }

    @Override
    public void commit(Commit commit, Callback<Outcome> then) {
        if (happens()) {
            then.hear(null, new StoreUnavailable("request lost"));
            return;
        }
        boolean isReplyLost = happens();
        store.commit(commit, (outcome, failure) -> {
            if (isReplyLost && failure == null) {
                then.hear(null, new StoreUnavailable("reply lost"));
            } else {
                then.hear(outcome, failure);
            }
        });
    }

    @Override
    public Uni<Void> discard(VisitorKey key) {
        return happens() ? Uni.createFrom().failure(new StoreUnavailable("lost")) : store.discard(key);
    }

    private synchronized boolean happens() {
        return random.nextDouble() < lost;
    }
}
