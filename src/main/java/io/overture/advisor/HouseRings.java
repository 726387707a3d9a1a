package io.overture.advisor;

import io.overture.book.Books;
import io.overture.client.Clients;
import io.overture.desk.Call;
import io.overture.desk.ConsoleFrames;
import io.overture.desk.Discretion;
import io.overture.desk.HomeAdvisors;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rings in the words of the book in force. */
final class HouseRings implements Rings {

    private final Books books;
    private final Clients clients;
    private final Discretion discretion;
    private final HomeAdvisors home;

    HouseRings(Books books, Clients clients, Discretion discretion, HomeAdvisors home) {
        this.books = books;
        this.clients = clients;
        this.discretion = discretion;
        this.home = home;
    }

    @Override
    public Uni<String> frame(Call call, String advisor) {
        return Uni.combine()
                .all()
                .unis(isHers(call, advisor), home.of(call))
                .with((hers, atHome) -> ConsoleFrames.ring(
                        discretion.of(call, advisor), reason(call.request().trigger()), hers, atHome.orElse(null)));
    }

    private Uni<Boolean> isHers(Call call, String advisor) {
        var client = call.client();
        return client == null
                ? Uni.createFrom().item(false)
                : clients.find(client)
                        .map(record -> record.map(each -> each.profile().advisor())
                                .filter(advisor::equals)
                                .isPresent());
    }

    private @Nullable String reason(@Nullable String trigger) {
        return books.inForce().triggers().stream()
                .filter(each -> each.id().equals(trigger))
                .findFirst()
                .flatMap(each -> Optional.ofNullable(each.describe()))
                .orElse(trigger);
    }
}
