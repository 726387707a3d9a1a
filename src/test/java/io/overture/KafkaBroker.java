package io.overture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** A real Kafka broker (KRaft, one node) on a free port of this machine; it dies with the JVM at the latest. */
final class KafkaBroker implements AutoCloseable {
    /** Written by the build: the broker's own class path, nothing of which is on ours. */
    private static final Path CLASS_PATH = Path.of("target/dev/kafka-broker.classpath");

    private static final String CLUSTER = "4L6g3nShT-eMCtK--X86sw";

    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            controller.quorum.voters=1@127.0.0.1:%2$d
            log.dirs=%3$s
            auto.create.topics.enable=false
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=1
            group.initial.rebalance.delay.ms=0
            """;

    private final int port = Ports.free();
    private final Path home;
    private final Path settings;
    private Leash process;

    private KafkaBroker() {
        try {
            this.home = Files.createTempDirectory(Files.createDirectories(Path.of("target/kafka")), "")
                    .toAbsolutePath();
            this.settings = Files.writeString(
                    home.resolve("server.properties"), SETTINGS.formatted(port, Ports.free(), home.resolve("logs")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var format = Leash.start(
                java("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", settings.toString()),
                Map.of(),
                home.resolve("format.log"));
        if (format.exitCode() != 0) {
            throw new IllegalStateException("Kafka's storage was not formatted:\n" + format.log());
        }
        this.process = launch();
    }

    static KafkaBroker start() {
        return new KafkaBroker();
    }

    /** As in {@code bootstrap.servers}. */
    String address() {
        return "127.0.0.1:" + port;
    }

    /** SIGTERM: it closes its files in order. */
    void stop() {
        process.stop();
    }

    /** Begins again after {@link #stop}: same port, same files. Nothing where it runs. */
    void restart() {
        if (!process.alive()) {
            process = launch();
        }
    }

    Admin admin() {
        return Admin.create(
                Map.of("bootstrap.servers", address(), "default.api.timeout.ms", 10_000, "request.timeout.ms", 5_000));
    }

    @Override
    public void close() {
        process.kill();
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Leash launch() {
        var started = Leash.start(java("kafka.Kafka", settings.toString()), Map.of(), home.resolve("broker.log"));
        started.awaitAnswer(Duration.ofSeconds(60), this::answers);
        return started;
    }

    private boolean answers() {
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", address(), "default.api.timeout.ms", 2000, "request.timeout.ms", 1000))) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Small and quick to start. */
    private static List<String> java(String... words) {
        try {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    Files.readString(CLASS_PATH).strip()));
            command.addAll(List.of(words));
            return command;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
