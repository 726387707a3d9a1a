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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real Redis on a free port of this machine, with a folder of its own; it dies with the JVM at the latest. */
public final class RedisServer implements AutoCloseable {
    private static final Path BINARY = Path.of("target/dev/redis-server");

    private final int port = Ports.free();
    private final Path home;
    private final List<String> options;
    private final @Nullable Certified certified;
    private Leash process;

    /** With TLS on a port of its own, beside the plain one. */
    private record Certified(SelfSigned by, int port) {}

    private RedisServer(List<String> options, @Nullable SelfSigned certificate) {
        this.options = options;
        this.certified = certificate == null ? null : new Certified(certificate, Ports.free());
        try {
            this.home = Files.createTempDirectory(Files.createDirectories(Path.of("target/redis")), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.process = launch();
    }

    /** Keeps nothing on disk. Options as on redis-server's command line: {@code "--maxmemory", "10mb"}. */
    public static RedisServer start(String... options) {
        return new RedisServer(keepsNothing(options), null);
    }

    /** To be reached by TLS; as {@link #start(String...)} otherwise. */
    public static RedisServer startSecure(SelfSigned certificate, String... options) {
        return new RedisServer(keepsNothing(options), certificate);
    }

    /** What it acknowledged survives a kill and a {@link #restart}. */
    public static RedisServer durable() {
        return new RedisServer(List.of("--save", "", "--appendonly", "yes", "--appendfsync", "always"), null);
    }

    /** Without TLS, for the tests' own questions. */
    public int port() {
        return port;
    }

    /** As in {@code quarkus.redis.hosts}. */
    public String url() {
        return certified == null ? "redis://127.0.0.1:" + port : "rediss://127.0.0.1:" + certified.port();
    }

    /** What a node needs to know to find it. */
    public Map<String, String> environment() {
        var all = new HashMap<>(Map.of("QUARKUS_REDIS_HOSTS", url()));
        if (certified != null) {
            all.putAll(certified.by().trust());
        }
        return all;
    }

    /** All it wrote to its log so far. */
    public String log() {
        return process.log();
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

    private static List<String> keepsNothing(String... options) {
        var all = new ArrayList<>(List.of("--save", "", "--appendonly", "no"));
        all.addAll(List.of(options));
        return all;
    }

    private Leash launch() {
        var command = new ArrayList<>(List.of(BINARY.toAbsolutePath().toString()));
        command.addAll(List.of("--bind", "127.0.0.1", "--port", "" + port, "--dir", home.toString()));
        command.addAll(List.of("--maxmemory-policy", "noeviction"));
        command.addAll(options);
        if (certified != null) {
            command.addAll(List.of("--tls-port", "" + certified.port(), "--tls-auth-clients", "no"));
            command.addAll(List.of("--tls-key-file", certified.by().key().toString()));
            command.addAll(
                    List.of("--tls-cert-file", certified.by().certificate().toString()));
            command.addAll(
                    List.of("--tls-ca-cert-file", certified.by().certificate().toString()));
        }
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
