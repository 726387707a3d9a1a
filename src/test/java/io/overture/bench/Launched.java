package io.overture.bench;

import io.overture.Leash;
import io.overture.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A node in production's manner, or what stands beside it, on free ports; it dies with this JVM at the latest. */
final class Launched implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(180);
    private static final long BETWEEN_TRIES_NANOS = 500_000;
    private static final int NO_CONTENT = 204;

    private final int port;
    private final int managementPort;
    private final long startedAt = System.nanoTime();
    private final Leash process;
    private final Path log;

    private Launched(List<String> command, Map<String, String> environment, int port, int managementPort) {
        this.port = port;
        this.managementPort = managementPort;
        try {
            this.log = Files.createTempFile("overture-bench", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.process = Leash.start(command, environment, log);
    }

    static Launched node(List<String> command, String redis) {
        return node(command, redis, Map.of());
    }

    /** @param settings further environment */
    static Launched node(List<String> command, String redis, Map<String, String> settings) {
        int port = Ports.free();
        int managementPort = Ports.free();
        var environment = new HashMap<>(Map.of(
                "QUARKUS_PROFILE",
                "demo",
                "QUARKUS_HTTP_PORT",
                "" + port,
                "QUARKUS_MANAGEMENT_PORT",
                "" + managementPort,
                "QUARKUS_REDIS_HOSTS",
                redis,
                "OVERTURE_BOOK",
                Path.of("bench/book.yaml").toAbsolutePath().toString()));
        environment.putAll(settings);
        return new Launched(command, environment, port, managementPort);
    }

    /** Returns once it listens. */
    static Launched bare(BareEndpoint.Work work, String redis) {
        int port = Ports.free();
        var command = new ArrayList<>(Build.JVM);
        command.addAll(List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(BareEndpoint.class.getName());
        command.addAll(List.of("" + port, redis));
        command.addAll(work.asArguments());
        var launched = new Launched(command, Map.of(), port, port);
        launched.process.awaitAnswer(LONGEST_START, launched::listens);
        return launched;
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    long pid() {
        return process.pid();
    }

    Usage.Look look() {
        return Usage.of(pid());
    }

    /** Sends a beacon until one is taken; nanoseconds since the start. */
    long firstTaken(Beacons beacons) {
        while (System.nanoTime() - startedAt < LONGEST_START.toNanos() && process.alive()) {
            try (var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
                var connection = new Connection(channel, "/v1/beacons");
                connection.send(beacons, System.nanoTime());
                int status = Connection.NOT_YET;
                while (status == Connection.NOT_YET) {
                    status = connection.read();
                }
                if (status == NO_CONTENT) {
                    return System.nanoTime() - startedAt;
                }
            } catch (ConnectException notYet) {
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("Took no beacon. Its log:\n" + process.log());
    }

    /** Memory that is its own or shared and really there, in bytes. */
    long resident() {
        try (var lines = Files.lines(Path.of("/proc/" + pid() + "/status"))) {
            var line =
                    lines.filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            return channel.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGKILL; returns once it is gone. */
    @Override
    public void close() {
        process.kill();
        try {
            Files.delete(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
