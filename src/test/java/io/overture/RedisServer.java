package io.overture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A real Redis on a free port of this machine, with a folder of its own; it dies with the JVM at the latest. */
public final class RedisServer implements AutoCloseable {
    private static final Path BINARY = Path.of("target/dev/redis-server");

    private final int port = Ports.free();
    private final Path home;
    private final List<String> options;
    private Leash process;

    private RedisServer(List<String> options) {
        this.options = options;
        try {
            this.home = Files.createTempDirectory(Files.createDirectories(Path.of("target/redis")), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.process = launch();
    }

    /** Keeps nothing on disk. Options as on redis-server's command line: {@code "--maxmemory", "10mb"}. */
    public static RedisServer start(String... options) {
        var all = new ArrayList<>(List.of("--save", "", "--appendonly", "no"));
        all.addAll(List.of(options));
        return new RedisServer(all);
    }

    /** What it acknowledged survives a kill and a {@link #restart}. */
    public static RedisServer durable() {
        return new RedisServer(List.of("--save", "", "--appendonly", "yes", "--appendfsync", "always"));
    }

    public int port() {
        return port;
    }

    /** As in {@code quarkus.redis.hosts}. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** What a node needs to know to find it. */
    public Map<String, String> environment() {
        return Map.of("QUARKUS_REDIS_HOSTS", url());
    }

    public boolean alive() {
        return process.alive();
    }

    /** SIGKILL: whoever is connected learns it from the connection only. */
    public void kill() {
        process.kill();
    }

    /** SIGSTOP: its connections stay, and nothing moves on them; {@link #kill} ends it. */
    public void freeze() {
        process.freeze();
    }

    /** SIGTERM: it closes its files in order. */
    public void stop() {
        process.stop();
    }

    /** Begins again after {@link #kill} or {@link #stop}: same port, same folder, same options. */
    public void restart() {
        if (process.alive()) {
            throw new IllegalStateException("Redis is running");
        }
        process = launch();
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
        var command = new ArrayList<>(List.of(BINARY.toAbsolutePath().toString()));
        command.addAll(List.of("--bind", "127.0.0.1", "--port", "" + port, "--dir", home.toString()));
        command.addAll(List.of("--maxmemory-policy", "noeviction"));
        command.addAll(options);
        var started = Leash.start(command, Map.of(), home.resolve("redis.log"));
        started.awaitAnswer(Duration.ofSeconds(20), this::answers);
        return started;
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}
