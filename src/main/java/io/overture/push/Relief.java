package io.overture.push;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Asks some pages to reconnect, so that another node gets them. Only such as nothing is open with: nobody loses sight of an
 * invitation or a conversation for the sake of an even share.
 */
@ApplicationScoped
public class Relief {

    /** For each page that is to be asked so many are looked at, at most: a look costs Redis a read. */
    private static final int LOOKS = 3;

    private final Sockets sockets;

    @Inject
    public Relief(Sockets sockets) {
        this.sockets = sockets;
    }

    /**
     * Answers how many were asked.
     *
     * @param within each is to come back at a random moment of this time
     */
    public Uni<Integer> ask(int most, Duration within, RandomGenerator random) {
        var candidates = new ArrayList<>(
                sockets.all().stream().filter(Socket::mayBeAsked).toList());
        Collections.shuffle(candidates, random);
        return Multi.createFrom()
                .items(candidates.stream().limit((long) most * LOOKS))
                .onItem()
                .transformToUniAndConcatenate(Relief::free)
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow)
                .select()
                .first(most)
                .invoke(socket -> socket.askToReconnect(Duration.ofMillis(random.nextLong(within.toMillis() + 1))))
                .collect()
                .with(Collectors.summingInt(socket -> 1));
    }

    private static Uni<Optional<Socket>> free(Socket socket) {
        return socket.isFree().map(free -> free ? Optional.of(socket) : Optional.empty());
    }
}
