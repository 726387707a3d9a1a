package io.overture.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Clients' records for whoever cannot wait: a directory that is slow, away, or asked too much costs her nothing but being
 * known a little later. The rest passes through.
 */
final class PromptClients implements Clients {

    /** What a step can bear. */
    static final Duration PATIENCE = Duration.ofMillis(250);
    /** Asked at once at most; beyond that the answer is that nothing is known. */
    static final int MOST_AT_ONCE = 128;

    static final int ATTEMPTS = 20;
    private static final double FAILED = 0.5;
    private static final int REST_SECONDS = 2;

    private static final String COUNTER = "overture.client.records";
    private static final TypeLiteral<Uni<Optional<ClientRecord>>> ANSWER = new TypeLiteral<>() {};

    private final Clients clients;
    private final MeterRegistry meters;
    private final Guard guard = Guard.create()
            .withBulkhead()
            .limit(MOST_AT_ONCE)
            .queueSize(1)
            .done()
            .withCircuitBreaker()
            .requestVolumeThreshold(ATTEMPTS)
            .failureRatio(FAILED)
            .delay(REST_SECONDS, ChronoUnit.SECONDS)
            .done()
            .withTimeout()
            .duration(PATIENCE.toMillis(), ChronoUnit.MILLIS)
            .done()
            .build();

    PromptClients(Clients clients, MeterRegistry meters) {
        this.clients = clients;
        this.meters = meters;
    }

    @Override
    public Uni<Optional<ClientRecord>> find(String id) {
        return Uni.createFrom()
                .deferred(() -> guard.get(() -> clients.read(id).map(kept -> kept.map(Kept::record)), ANSWER))
                .invoke(found -> count(found.isPresent() ? "found" : "unknown"))
                .onFailure()
                .recoverWithItem(() -> {
                    count("away");
                    return Optional.empty();
                });
    }

    private void count(String result) {
        meters.counter(COUNTER, "result", result).increment();
    }

    @Override
    public Uni<Optional<Kept>> read(String id) {
        return clients.read(id);
    }

    @Override
    public Uni<Written> put(String id, Expected expected, UnaryOperator<ClientRecord> change) {
        return clients.put(id, expected, change);
    }

    @Override
    public Uni<Optional<ClientRecord>> change(String id, UnaryOperator<ClientRecord> change) {
        return clients.change(id, change);
    }

    @Override
    public Uni<Optional<Erasure>> delete(String id, Expected expected) {
        return clients.delete(id, expected);
    }

    @Override
    public Uni<Void> addNote(String id, History.Note note) {
        return clients.addNote(id, note);
    }

    @Override
    public Uni<Void> addConversation(String id, History.Talk talk) {
        return clients.addConversation(id, talk);
    }

    @Override
    public Uni<Void> visited(String id, Instant at) {
        return clients.visited(id, at);
    }

    @Override
    public Uni<Void> purchased(String id, History.Order order) {
        return clients.purchased(id, order);
    }
}
