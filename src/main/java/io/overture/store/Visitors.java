package io.overture.store;

import io.overture.redis.Callback;
import io.overture.redis.StoreUnavailable;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where visitors are kept. Every call is bounded in time; {@link StoreUnavailable} when it could not be answered. */
public interface Visitors {

    void load(VisitorKey key, Callback<Optional<Stored>> then);

    /** Exactly one decision: the value, the alarm and the journal together, or nothing. */
    void commit(Commit commit, Callback<Outcome> then);

    /** Away with her value and her alarm, whatever they are: for what cannot be read and is to be erased. */
    Uni<Void> discard(VisitorKey key);

    default Uni<Optional<Stored>> load(VisitorKey key) {
        return Callback.uni(then -> load(key, then));
    }

    default Uni<Outcome> commit(Commit commit) {
        return Callback.uni(then -> commit(commit, then));
    }

    /** What became of a commit. */
    sealed interface Outcome {

        record Committed(Stored stored) implements Outcome {}

        /** Somebody else wrote since: {@code found} is what is there, empty when nothing is. */
        record Conflict(Optional<Stored> found) implements Outcome {}
    }
}
