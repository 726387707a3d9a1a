package io.overture.client;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A directory that knows nobody and takes nothing; a test says what else it does. */
public class NoClients implements Clients {

    @Override
    public Uni<Optional<ClientRecord>> find(String id) {
        return read(id).map(kept -> kept.map(Kept::record));
    }

    @Override
    public Uni<Optional<Kept>> read(String id) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Written> put(String id, Expected expected, UnaryOperator<ClientRecord> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Optional<ClientRecord>> change(String id, UnaryOperator<ClientRecord> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Optional<Erasure>> delete(String id, Expected expected) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> addNote(String id, History.Note note) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> addConversation(String id, History.Talk talk) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> visited(String id, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> purchased(String id, History.Order order) {
        throw new UnsupportedOperationException();
    }
}
