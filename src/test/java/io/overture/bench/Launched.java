package io.overture.bench;

import io.overture.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A node in production's manner, by whatever command, on free ports; it dies with this JVM at the latest. */
final class Launched implements AutoCloseable {

    private static final long LONGEST_START_NANOS = 60_000_000_000L;
    private static final long BETWEEN_TRIES_NANOS = 500_000;
    private static final int NO_CONTENT = 204;

    private final int port = Ports.free();
    private final long startedAt = System.nanoTime();
    private final Process process;

    Launched(List<String> command, int redisPort) {
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("QUARKUS_PROFILE", "demo");
        builder.environment().put("QUARKUS_HTTP_PORT", "" + port);
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", "" + Ports.free());
        builder.environment().put("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + redisPort);
        builder.environment()
                .put(
                        "OVERTURE_BOOK",
                        Path.of("bench/book.yaml").toAbsolutePath().toString());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    int port() {
        return port;
    }

    /** Sends a beacon until one is taken; nanoseconds since the start. */
    long firstTaken(Beacons beacons) {
        while (System.nanoTime() - startedAt < LONGEST_START_NANOS && process.isAlive()) {
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
        throw new IllegalStateException("took no beacon");
    }

    /** Memory that is its own or shared and really there, in bytes. */
    long resident() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            var line =
                    lines.filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL; returns once it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
