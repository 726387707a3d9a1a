package io.overture;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real Redis with two replicas, and three sentinels that watch them, all of the same binary, on free ports of this machine;
 * it dies with the JVM at the latest. Sentinels let nodes ask who is master, as {@code docker/sentinel-users.acl} says.
 */
public final class RedisSentinels implements AutoCloseable {

    public static final String MASTER = "house";

    private static final int REPLICAS = 2;
    private static final int SENTINELS = 3;
    private static final int QUORUM = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Sooner than anybody would in earnest. */
    private static final Duration SILENCE = Duration.ofMillis(1_500);

    private final List<RedisServer> servers;
    private final List<Sentinel> sentinels;

    private RedisSentinels(Function<String[], RedisServer> member, Function<RedisServer, Sentinel> sentinel) {
        var first = member.apply(options());
        var others = Stream.generate(() -> member.apply(options("--replicaof", "127.0.0.1 " + first.portOfOthers())))
                .limit(REPLICAS)
                .toList();
        servers = Stream.concat(Stream.of(first), others.stream()).toList();
        sentinels =
                Stream.generate(() -> sentinel.apply(first)).limit(SENTINELS).toList();
        try {
            awaitWhole();
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    public static RedisSentinels start() {
        return new RedisSentinels(RedisServer::start, first -> Sentinel.of(first, SILENCE, QUORUM));
    }

    /** To be reached by TLS, which they all use among themselves, too. */
    public static RedisSentinels startSecure(SelfSigned certificate) {
        return new RedisSentinels(
                options -> RedisServer.startSecure(
                        certificate,
                        Stream.concat(Stream.of(options), Stream.of("--tls-replication", "yes"))
                                .toArray(String[]::new)),
                first -> Sentinel.secure(first, SILENCE, QUORUM, certificate));
    }

    /** Of all sentinels, as in {@code quarkus.redis.hosts}; user and password are for the Redis they watch. */
    public String url() {
        return sentinels.stream().map(Sentinel::url).collect(Collectors.joining(","));
    }

    /** What a node needs to know to find it. */
    public Map<String, String> environment() {
        var all = new HashMap<>(servers.getFirst().environment());
        all.putAll(Map.of(
                "QUARKUS_REDIS_HOSTS",
                url(),
                "QUARKUS_REDIS_CLIENT_TYPE",
                "sentinel",
                "QUARKUS_REDIS_MASTER_NAME",
                MASTER,
                "OVERTURE_REDIS_SENTINEL_USER",
                RedisUsers.NAME,
                "OVERTURE_REDIS_SENTINEL_PASSWORD",
                RedisUsers.PASSWORD));
        return all;
    }

    public List<Sentinel> sentinels() {
        return sentinels;
    }

    /** As the first sentinel that lives names it. */
    public RedisServer master() {
        var port = alive().master();
        return servers.stream()
                .filter(server -> server.portOfOthers() == port)
                .findFirst()
                .orElseThrow();
    }

    /** What was written until now has come to every replica that lives. */
    public void awaitReplicas() {
        until(() -> {
            try (var connection = new Resp(master().port())) {
                connection.ask("SET", "mark", "", "PX", "60000");
                var living = servers.stream().filter(RedisServer::alive).count() - 1;
                return Long.valueOf(living).equals(connection.ask("WAIT", "" + living, "1500"));
            }
        });
    }

    /** In order, as before the master's machine is taken away. */
    public void failOver() {
        alive().ask("SENTINEL", "FAILOVER", MASTER);
    }

    /** Begins again whoever was killed, and waits until all have their part. */
    public void heal() {
        servers.stream().filter(server -> !server.alive()).forEach(RedisServer::restart);
        sentinels.stream().filter(sentinel -> !sentinel.alive()).forEach(Sentinel::restart);
        awaitWhole();
    }

    @Override
    public void close() {
        sentinels.forEach(Sentinel::close);
        servers.forEach(RedisServer::close);
    }

    private static String[] options(String... more) {
        var common = List.of("--repl-diskless-sync-delay", "0", "--replica-announce-ip", "127.0.0.1");
        return Stream.concat(common.stream(), Stream.of(more)).toArray(String[]::new);
    }

    private Sentinel alive() {
        return sentinels.stream().filter(Sentinel::alive).findFirst().orElseThrow();
    }

    private void awaitWhole() {
        until(() -> sentinels.stream().allMatch(each -> each.knows(REPLICAS, SENTINELS - 1))
                && sentinels.stream().map(Sentinel::master).distinct().count() == 1);
        until(() -> {
            var replication = Resp.once(master().port(), "INFO", "replication");
            return replication.contains("role:master") && replication.split("state=online", -1).length - 1 == REPLICAS;
        });
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(condition);
    }
}
