package io.overture.desk;

import io.overture.client.ClientRecord;
import io.overture.client.Clients;
import io.overture.client.History;
import io.overture.client.Profile;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A directory that knows profiles, and remembers ids of conversations. */
record OwnAdvisors(Map<String, Profile> profiles, List<String> remembered) implements Clients {

    static Profile ownedBy(String advisor) {
        var none = Profile.NONE;
        return new Profile(
                null,
                null,
                null,
                null,
                none.sizes(),
                none.favourites(),
                none.dates(),
                null,
                advisor,
                none.contacts(),
                null);
    }

    @Override
    public Uni<Optional<ClientRecord>> find(String id) {
        return Uni.createFrom()
                .item(Optional.ofNullable(profiles.get(id))
                        .map(profile -> ClientRecord.of(id).with(profile)));
    }

    @Override
    public Uni<Void> addConversation(String id, History.Talk talk) {
        remembered.add(id + " " + talk.id() + " " + talk.advisor());
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Optional<Kept>> read(String id) {
        throw new UnsupportedOperationException();
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
    public Uni<Boolean> delete(String id, Expected expected) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> addNote(String id, History.Note note) {
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
