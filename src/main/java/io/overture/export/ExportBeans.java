package io.overture.export;

import io.overture.journal.JournalTail;
import io.overture.redis.Lanes;
import io.overture.store.Nodes;
import io.overture.store.StoreConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The exporter, put together and started where a topic is set; elsewhere there is not even a thread. */
@ApplicationScoped
class ExportBeans {

    private static final Logger LOG = Logger.getLogger(ExportBeans.class);
    private static final String BROKERS = "bootstrap.servers";
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private record Running(ScheduledExecutorService timer, Thread thread, ExportLoop loop, Lease lease) {}

    private @Nullable Running running;

    @Produces
    @Singleton
    Letters letters(Lanes lanes) {
        return new Letters(lanes);
    }

    void start(
            @Observes StartupEvent started,
            ExportConfig config,
            StoreConfig.History history,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "overture.region", defaultValue = "local") String region,
            Lanes lanes,
            Nodes nodes,
            JournalTail tail,
            Letters letters,
            ExportMeters meters) {
        if (config.topic().isEmpty()) {
            return;
        }
        if (!kafka.containsKey(BROKERS)) {
            throw new ConfigurationException(
                    "overture.journal.kafka.topic is set, but no broker: set kafka.bootstrap.servers, e.g. host:9092");
        }
        var topic = config.topic().get();
        var clock = InstantSource.system();
        var lease = new Lease(lanes, nodes.self(), System::nanoTime);
        var broker = new Broker(new Producers(kafka, region, topic));
        var exporter = new Exporter(
                tail,
                new Progress(lanes, nodes.self(), config.deadLetters()),
                letters,
                new CloudEvents(topic, region),
                broker,
                config.deadLetterTopic(),
                meters,
                clock);
        var loop = new ExportLoop(lease, exporter, broker, meters);
        var watch = new ExportWatch(tail, letters, lease, loop, meters, clock, history.entriesPerShard());
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("overture-export-lease").factory());
        var thread = Thread.ofPlatform().daemon().name("overture-export").start(loop);
        // Whoever exports no more leaves it to another node.
        every(
                timer,
                Lease.RENEWAL,
                () -> thread.isAlive() ? lease.renew() : Uni.createFrom().voidItem());
        every(timer, LOOK, watch::look);
        running = new Running(timer, thread, loop, lease);
    }

    /** Before the client of Redis is closed, which it is before beans are. */
    void leave(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (running == null) {
            return;
        }
        running.timer().shutdownNow();
        running.loop().stop();
        running.thread().interrupt();
        running.thread().join(FAREWELL);
        running.lease()
                .giveUp()
                .ifNoItem()
                .after(FAREWELL)
                .fail()
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }

    private static void every(ScheduledExecutorService timer, Duration period, Supplier<Uni<Void>> work) {
        timer.scheduleAtFixedRate(
                () -> work.get().subscribe().with(done -> {}, away -> LOG.debugf("export: %s", away.getMessage())),
                0,
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
