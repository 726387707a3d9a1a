package io.overture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A real sentinel that watches a Redis under the name {@link RedisSentinels#MASTER}. */
public final class Sentinel implements AutoCloseable {

    private static final String WATCHES = """
            port %1$d
            bind 127.0.0.1
            dir %2$s
            sentinel monitor %3$s 127.0.0.1 %4$d %5$d
            sentinel down-after-milliseconds %3$s %6$d
            sentinel failover-timeout %3$s 6000
            """;

    private final int port = Ports.free();
    private final int securePort = Ports.free();
    private final @Nullable SelfSigned certificate;
    private final Path home;
    private Leash process;

    private Sentinel(RedisServer watched, Duration silence, int quorum, @Nullable SelfSigned certificate) {
        this.certificate = certificate;
        try {
            home = Files.createTempDirectory(Files.createDirectories(Path.of("target/redis")), "sentinel");
            var users = RedisUsers.withPassword(RedisUsers.OF_SENTINELS, home).toAbsolutePath();
            var watches = WATCHES.formatted(
                    port, home, RedisSentinels.MASTER, watched.portOfOthers(), quorum, silence.toMillis());
            Files.writeString(settings(), secured() + watches + "aclfile " + users + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = launch();
    }

    /**
     * @param silence of the master, after which it is taken for dead
     * @param quorum of sentinels that have to agree
     */
    public static Sentinel of(RedisServer watched, Duration silence, int quorum) {
        return new Sentinel(watched, silence, quorum, null);
    }

    /** The same by TLS, towards everybody. */
    static Sentinel secure(RedisServer watched, Duration silence, int quorum, SelfSigned certificate) {
        return new Sentinel(watched, silence, quorum, certificate);
    }

    /** As in {@code quarkus.redis.hosts}; user and password are for the Redis it watches. */
    public String url() {
        return certificate == null ? RedisUsers.signedIn("redis", port) : RedisUsers.signedIn("rediss", securePort);
    }

    public boolean alive() {
        return process.alive();
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** Begins again after {@link #kill} with what it knew. */
    public void restart() {
        process = launch();
    }

    @Override
    public void close() {
        process.kill();
    }

    /** The port of whom it takes for the master. */
    int master() {
        try (var connection = new Resp(port)) {
            var place = (List<?>) connection.ask("SENTINEL", "GET-MASTER-ADDR-BY-NAME", RedisSentinels.MASTER);
            return Integer.parseInt((String) place.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It sees the master alive, with as many replicas, and as many sentinels beside itself. */
    boolean knows(int replicas, int others) {
        var state = ask("SENTINEL", "MASTER", RedisSentinels.MASTER);
        return state.contains("flags, master,")
                && state.contains("num-slaves, " + replicas + ",")
                && state.contains("num-other-sentinels, " + others + ",");
    }

    String ask(String... command) {
        try {
            return Resp.once(port, command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String secured() {
        return certificate == null
                ? ""
                : certificate.asServer(securePort).entrySet().stream()
                        .map(option -> option.getKey() + " " + option.getValue() + "\n")
                        .collect(Collectors.joining("", "", "tls-replication yes\n"));
    }

    private Path settings() {
        return home.resolve("sentinel.conf");
    }

    private Leash launch() {
        var started = Leash.start(
                List.of(RedisServer.BINARY, settings().toAbsolutePath().toString(), "--sentinel"),
                Map.of(),
                home.resolve("sentinel.log"));
        started.awaitAnswer(Duration.ofSeconds(20), this::answers);
        return started;
    }

    private boolean answers() {
        try {
            return Resp.once(port, "PING").equals("PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}
