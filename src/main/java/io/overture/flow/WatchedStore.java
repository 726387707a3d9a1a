package io.overture.flow;

import static io.opentelemetry.api.trace.SpanKind.CLIENT;

import io.opentelemetry.api.common.Attributes;
import io.overture.redis.Callback;
import io.overture.store.Commit;
import io.overture.store.Stored;
import io.overture.store.Visitors;
import io.overture.trace.Lap;
import io.overture.trace.Said;
import io.overture.trace.Traces;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The store as one step of a followed visitor sees it: how long each call took, and what was committed last. */
final class WatchedStore implements Visitors {

    private final Visitors store;
    private final Traces traces;
    private final List<Lap> laps = new ArrayList<>();
    private @Nullable Commit last;

    WatchedStore(Visitors store, Traces traces) {
        this.store = store;
        this.traces = traces;
    }

    /** In order. */
    List<Lap> laps() {
        return List.copyOf(laps);
    }

    Optional<Commit> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public void load(VisitorKey key, Callback<Optional<Stored>> then) {
        store.load(key, timed("load", found -> found.isPresent() ? "found" : "nothing", then));
    }

    @Override
    public void commit(Commit commit, Callback<Outcome> then) {
        last = commit;
        store.commit(
                commit,
                timed(
                        "commit",
                        outcome -> switch (outcome) {
                            case Outcome.Committed committed -> "committed";
                            case Outcome.Conflict conflict -> "conflict";
                        },
                        then));
    }

    @Override
    public Uni<Void> discard(VisitorKey key) {
        return store.discard(key);
    }

    private <T> Callback<T> timed(String name, Function<T, String> word, Callback<T> then) {
        var from = traces.now();
        return (said, failure) -> {
            laps.add(
                    said == null
                            ? new Lap(name, CLIENT, from, traces.now(), Attributes.empty(), List.of(), why(failure))
                            : Lap.of(name, CLIENT, from, traces.now(), Attributes.of(Said.OUTCOME, word.apply(said))));
            then.hear(said, failure);
        };
    }

    private static @Nullable String why(@Nullable Throwable failure) {
        return failure == null ? null : Attempts.cause(failure);
    }
}
