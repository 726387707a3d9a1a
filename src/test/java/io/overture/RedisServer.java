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
    /** Environment: another server that speaks the same, such as {@code /usr/bin/valkey-server}, for all tests. */
    private static final String OTHER = "OVERTURE_TEST_REDIS_SERVER";

    static final String BINARY = System.getenv()
            .getOrDefault(
                    OTHER, Path.of("target/dev/redis-server").toAbsolutePath().toString());

    private final int port = Ports.free();
    private final Path home;
    private final List<String> options;
    private final @Nullable Certified certified;
    private Leash process;

    /** With TLS on a port of its own, beside the plain one. */
    private record Certified(SelfSigned by, int port) {}

    private RedisServer(List<String> options, @Nullable SelfSigned certificate) {
        this(options, certificate, List.of());
    }

    /** @param files that are in its folder when it begins */
    private RedisServer(List<String> options, @Nullable SelfSigned certificate, List<Path> files) {
        this.options = options;
        this.certified = certificate == null ? null : new Certified(certificate, Ports.free());
        try {
            this.home = Files.createTempDirectory(Files.createDirectories(Path.of("target/redis")), "");
            for (var file : files) {
                Files.copy(file, home.resolve(file.getFileName()));
            }
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

    /** On a snapshot of another, which it reads before it answers; it keeps nothing on disk until it is told to. */
    public static RedisServer on(Path snapshot) {
        return new RedisServer(keepsNothing("--dbfilename", "" + snapshot.getFileName()), null, List.of(snapshot));
    }

    /** Where its files are. */
    public Path home() {
        return home;
    }

    /** Without TLS, for the tests' own questions. */
    public int port() {
        return port;
    }

    /** For nodes, sentinels and replicas: with TLS, if it has it. */
    int portOfOthers() {
        return certified == null ? port : certified.port();
    }

    /** As in {@code quarkus.redis.hosts}: what signs in there may do what a node may, and no more. */
    public String url() {
        return certified == null ? RedisUsers.signedIn("redis", port) : RedisUsers.signedIn("rediss", certified.port());
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

    public long pid() {
        return process.pid();
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

    /** SIGCONT, after {@link #freeze}: it goes on as if no time had passed. */
    public void thaw() {
        process.thaw();
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
        var users = RedisUsers.withPassword(RedisUsers.OF_REDIS, home);
        var command = new ArrayList<>(
                List.of(BINARY, "--aclfile", users.toAbsolutePath().toString()));
        command.addAll(List.of("--bind", "127.0.0.1", "--port", "" + port, "--dir", home.toString()));
        command.addAll(List.of("--maxmemory-policy", "noeviction"));
        command.addAll(options);
        if (certified != null) {
            certified.by().asServer(certified.port()).forEach((option, value) -> {
                command.add("--" + option);
                command.add(value);
            });
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
