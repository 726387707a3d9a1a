package io.overture.advisor;

import io.overture.client.ClientRecord;
import io.overture.client.Clients;
import io.overture.client.Dealing;
import io.overture.client.Erasure;
import io.overture.client.History;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The record of the client {@code ada}; of others the house knows nothing. */
final class FakeClients implements Clients {

    ClientRecord ada = ClientRecord.of("ada");

    void dealt(Dealing.Type type, Instant at) {
        ada = ada.with(history -> history.dealt(new Dealing("d1", type, at, null, null, null)));
    }

    @Override
    public Uni<Optional<ClientRecord>> find(String id) {
        return Uni.createFrom().item(Optional.of(ada).filter(each -> each.id().equals(id)));
    }

    @Override
    public Uni<Optional<Kept>> read(String id) {
        return find(id).map(found -> found.map(record -> new Kept(record, "1")));
    }

    @Override
    public Uni<Written> put(String id, Expected expected, UnaryOperator<ClientRecord> change) {
        ada = change.apply(ada);
        return Uni.createFrom().item(new Written.Done(new Kept(ada, "1"), false));
    }

    @Override
    public Uni<Optional<ClientRecord>> change(String id, UnaryOperator<ClientRecord> change) {
        ada = change.apply(ada);
        return find(id);
    }

    @Override
    public Uni<Optional<Erasure>> delete(String id, Expected expected) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Void> addNote(String id, History.Note note) {
        ada = ada.with(history -> history.noted(note));
        return FakeDesk.done();
    }

    @Override
    public Uni<Void> addConversation(String id, History.Talk talk) {
        ada = ada.with(history -> history.talked(talk));
        return FakeDesk.done();
    }

    @Override
    public Uni<Void> visited(String id, Instant at) {
        return FakeDesk.done();
    }

    @Override
    public Uni<Void> purchased(String id, History.Order order) {
        return FakeDesk.done();
    }
}
