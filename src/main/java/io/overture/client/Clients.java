package io.overture.client;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the house knows of its clients. All but {@link #find} fail with {@link io.overture.redis.StoreUnavailable} when it
 * is not known whether it was done: asking again is harmless.
 */
public interface Clients {

    /**
     * Her record, or nothing: also when it cannot be had at once. Never fails, never waits longer than a step can bear;
     * what could not be had is counted.
     */
    Uni<Optional<ClientRecord>> find(String id);

    /** Her record and its version, for whoever must know and can wait. */
    Uni<Optional<Kept>> read(String id);

    /** Puts what {@code change} makes of her record, a new one if there is none. */
    Uni<Written> put(String id, Expected expected, UnaryOperator<ClientRecord> change);

    /** Changes her record, if there is one; answers what is there then. */
    Uni<Optional<ClientRecord>> change(String id, UnaryOperator<ClientRecord> change);

    /**
     * Erases her: the record, and what others keep of her ({@link Forgetting}). Answers what was erased; nothing when
     * {@code expected} is not there. Asking again erases what is left.
     */
    Uni<Optional<Erasure>> delete(String id, Expected expected);

    /** For colleagues and for next time; begins a record of a client who has none, unless she was just erased. */
    Uni<Void> addNote(String id, History.Note note);

    /** As {@link #addNote}. */
    Uni<Void> addConversation(String id, History.Talk talk);

    /** Into her record, if there is one. */
    Uni<Void> visited(String id, Instant at);

    /** Into her record, if there is one; what the shop itself said of the same order stays. */
    Uni<Void> purchased(String id, History.Order order);

    /** A record as it is kept. */
    record Kept(ClientRecord record, String version) {}

    /** What a change rests on. */
    sealed interface Expected {

        record Anything() implements Expected {}

        record Nothing() implements Expected {}

        /** One of these; {@code *} on the wire is every version. */
        record Version(java.util.Set<String> versions) implements Expected {}
    }

    /** What became of a change. */
    sealed interface Written {

        record Done(Kept kept, boolean created) implements Written {}

        /** What it rested on is not there. */
        record Refused() implements Written {}
    }
}
