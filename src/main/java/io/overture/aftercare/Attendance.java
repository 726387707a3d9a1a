package io.overture.aftercare;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.overture.client.Clients;
import io.overture.client.History.Order;
import io.overture.client.History.Piece;
import io.overture.engine.Entry;
import io.overture.engine.Step;
import io.overture.flow.Recorder;
import io.overture.site.Site;
import io.overture.site.Sites;
import io.overture.visitor.Event;
import io.overture.visitor.Line;
import io.overture.visitor.Meaning;
import io.overture.visitor.VisitorKey;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Notes in her record that a known client was here, and what she bought as far as her browser says. Beside the hot path:
 * at most so much is under way, and what is more is left out and counted. The shop's own word replaces a browser's.
 */
@Startup
@ApplicationScoped
@Identifier("clients")
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.PSAMS") // Caffeine looks for it by name.
class Attendance implements Recorder {

    static final int MOST_UNDER_WAY = 256;
    private static final int MOST_REMEMBERED = 20_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Clients clients;
    private final Function<String, Uni<Void>> look;
    private final Sites sites;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Counter missed;

    /** Visits noted already, so that one costs one look and not one at each step. */
    private final Cache<String, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(REMEMBERED)
            .build();

    @Inject
    Attendance(Clients clients, Aftercare aftercare, Sites sites, MeterRegistry meters) {
        this(clients, aftercare::look, sites, meters);
    }

    /** @param look at a client who came */
    Attendance(Clients clients, Function<String, Uni<Void>> look, Sites sites, MeterRegistry meters) {
        this.clients = clients;
        this.look = look;
        this.sites = sites;
        this.missed = Counter.builder("overture.client.notes.missed")
                .description("Visits and purchases of known clients that did not reach their records")
                .register(meters);
    }

    @Override
    public void stepped(VisitorKey key, Step step, int inputs, int roundTrips, int conflicts, Duration took) {
        var session = step.visitor().session();
        if (session == null || session.client() == null) {
            return;
        }
        var client = session.client().id();
        var visit = String.join("/", client, session.id());
        if (noted.asMap().putIfAbsent(visit, true) == null) {
            note(
                    clients.visited(client, session.activity().began()).chain(() -> look.apply(client)),
                    () -> noted.invalidate(visit));
        }
        for (var entry : step.entries()) {
            if (entry instanceof Entry.BeaconFolded folded && !folded.late()) {
                folded.beacon()
                        .events()
                        .forEach(event ->
                                order(key, event).ifPresent(order -> note(clients.purchased(client, order), () -> {})));
            }
        }
    }

    private void note(Uni<Void> note, Runnable otherwise) {
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            underWay.decrementAndGet();
            missed.increment();
            otherwise.run();
            return;
        }
        note.onTermination().invoke(underWay::decrementAndGet).subscribe().with(done -> {}, away -> {
            missed.increment();
            otherwise.run();
        });
    }

    private Optional<Order> order(VisitorKey key, Event event) {
        if (!(event.meaning() instanceof Meaning.Purchased purchase) || purchase.transactionId() == null) {
            return Optional.empty();
        }
        boolean believed = sites.find(key.site()).map(Site::trustsEventPrices).orElse(false);
        return Optional.of(new Order(
                purchase.transactionId(),
                event.at(),
                purchase.lines().stream().map(line -> piece(line, believed)).toList()));
    }

    private static Piece piece(Line line, boolean believed) {
        var item = line.item();
        var category = item.category().path();
        return new Piece(item.id(), item.name(), category.isEmpty() ? null : category, believed ? item.price() : null);
    }
}
