package io.overture;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;

/**
 * A real Redis Cluster on free ports of this machine: three masters with a replica each, all of the same binary; it dies
 * with the JVM at the latest. A master that is away takes only its own slots with it.
 */
public final class RedisCluster implements AutoCloseable {

    public static final int SLOTS = 16_384;

    private static final int MASTERS = 3;
    private static final Duration UNHURRIED = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Six processes take a while to agree. */
    private static final class Shared {
        static final RedisCluster CLUSTER = start();
    }

    private final List<RedisServer> servers;

    private RedisCluster(Function<String[], RedisServer> member, Duration nodeTimeout) {
        servers = IntStream.range(0, 2 * MASTERS)
                .mapToObj(each -> member.apply(options(nodeTimeout)))
                .toList();
        try {
            form();
        } catch (IOException | RuntimeException failure) {
            close();
            throw new IllegalStateException("no cluster", failure);
        }
    }

    /** For whom no master is to be taken for dead only because the machine is busy. */
    public static RedisCluster start() {
        return start(UNHURRIED);
    }

    /** @param nodeTimeout after which a silent node is taken for dead by the others ({@code cluster-node-timeout}) */
    public static RedisCluster start(Duration nodeTimeout) {
        return new RedisCluster(RedisServer::start, nodeTimeout);
    }

    /** To be reached by TLS, which its members use among themselves, too. */
    public static RedisCluster startSecure(SelfSigned certificate) {
        return new RedisCluster(
                options -> {
                    var all = new ArrayList<>(List.of(options));
                    all.addAll(List.of("--tls-cluster", "yes", "--tls-replication", "yes"));
                    return RedisServer.startSecure(certificate, all.toArray(String[]::new));
                },
                UNHURRIED);
    }

    /** One for all tests of this JVM that kill nobody; whoever uses it empties it first. */
    public static RedisCluster shared() {
        return Shared.CLUSTER;
    }

    /** Of all six, as in {@code quarkus.redis.hosts}. */
    public String url() {
        return servers.stream().map(RedisServer::url).collect(Collectors.joining(","));
    }

    /** What a node needs to know to find it. */
    public Map<String, String> environment() {
        var all = new HashMap<>(servers.getFirst().environment());
        all.putAll(Map.of("QUARKUS_REDIS_HOSTS", url(), "QUARKUS_REDIS_CLIENT_TYPE", "cluster"));
        return all;
    }

    public List<RedisServer> servers() {
        return servers;
    }

    /** Who holds the key now, as those say who can be asked. */
    public RedisServer masterOf(String key) {
        try {
            return masterOf(Integer.parseInt(answer("CLUSTER", "KEYSLOT", key)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was written where the key is has come to its replica, too. */
    public void awaitReplica(String key) {
        try (var connection = new Resp(masterOf(key).port())) {
            // It waits for what this connection wrote, and with it for all that was written before.
            connection.ask("SET", key, "", "PX", "60000");
            if (!Long.valueOf(1).equals(connection.ask("WAIT", "1", "2000"))) {
                throw new IllegalStateException("the replica lags behind");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A replica of that master, as it says itself. */
    public RedisServer replicaOf(RedisServer master) {
        try {
            var replication = ask(master, "INFO", "replication");
            var port = replication.replaceAll("(?s).*slave0:[^\\n]*?port=(\\d+).*", "$1");
            return byPort().get(Integer.valueOf(port));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The masters, each once. */
    public List<RedisServer> masters() {
        return IntStream.range(0, MASTERS)
                .mapToObj(shard -> masterOf(first(shard)))
                .toList();
    }

    /** Until all six run, agree, and every replica has caught up. */
    public void awaitWhole() {
        for (var server : servers) {
            until(() -> isWhole(server));
        }
    }

    /** Begins again whoever was killed, and waits until they are part of it. */
    public void heal() {
        servers.stream().filter(server -> !server.alive()).forEach(RedisServer::restart);
        awaitWhole();
    }

    @Override
    public void close() {
        servers.forEach(RedisServer::close);
    }

    private static String[] options(Duration nodeTimeout) {
        return new String[] {
            "--cluster-enabled",
            "yes",
            "--cluster-port",
            "" + Ports.free(),
            "--cluster-node-timeout",
            "" + nodeTimeout.toMillis(),
            "--cluster-require-full-coverage",
            "no",
            "--cluster-allow-replica-migration",
            "no",
            "--cluster-replica-validity-factor",
            "0",
            "--repl-diskless-sync-delay",
            "0",
            "--appendonly",
            "yes",
            "--appendfsync",
            "everysec"
        };
    }

    private void form() throws IOException {
        for (int i = 0; i < servers.size(); i++) {
            ask(servers.get(i), "CLUSTER", "SET-CONFIG-EPOCH", "" + (i + 1));
        }
        for (int shard = 0; shard < MASTERS; shard++) {
            ask(servers.get(shard), "CLUSTER", "ADDSLOTSRANGE", "" + first(shard), "" + (first(shard + 1) - 1));
        }
        for (var other : servers.subList(1, servers.size())) {
            ask(servers.getFirst(), "CLUSTER", "MEET", "127.0.0.1", "" + other.port(), busPort(other));
        }
        for (int replica = MASTERS; replica < servers.size(); replica++) {
            var master = ask(servers.get(replica - MASTERS), "CLUSTER", "MYID");
            var follower = servers.get(replica);
            untilDone(() -> ask(follower, "CLUSTER", "REPLICATE", master));
        }
        awaitWhole();
    }

    private static String busPort(RedisServer server) throws IOException {
        var answer = ask(server, "CONFIG", "GET", "cluster-port");
        return answer.replaceAll("\\D", "");
    }

    private static int first(int shard) {
        return shard * SLOTS / MASTERS;
    }

    private static boolean isWhole(RedisServer server) throws IOException {
        var nodes = ask(server, "CLUSTER", "NODES").lines().toList();
        var replication = ask(server, "INFO", "replication");
        return nodes.size() == 2 * MASTERS
                && nodes.stream().noneMatch(node -> node.contains("fail") || node.contains("handshake"))
                && nodes.stream().filter(node -> node.contains("slave")).count() == MASTERS
                && ask(server, "CLUSTER", "INFO").contains("cluster_state:ok")
                && (replication.contains("master_link_status:up") || replication.contains("state=online"));
    }

    private RedisServer masterOf(int slot) {
        try (var connection = new Resp(anyAlive().port())) {
            for (var range : (List<?>) connection.ask("CLUSTER", "SLOTS")) {
                var parts = (List<?>) range;
                if ((Long) parts.get(0) <= slot && slot <= (Long) parts.get(1)) {
                    long port = (Long) ((List<?>) parts.get(2)).get(1);
                    return byPort().get((int) port);
                }
            }
            throw new IllegalStateException("nobody holds slot " + slot);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<Integer, RedisServer> byPort() {
        return servers.stream().collect(Collectors.toMap(RedisServer::port, server -> server));
    }

    private RedisServer anyAlive() {
        return servers.stream().filter(RedisServer::alive).findFirst().orElseThrow();
    }

    private String answer(String... command) throws IOException {
        return ask(anyAlive(), command);
    }

    private static String ask(RedisServer server, String... command) throws IOException {
        return Resp.once(server.port(), command);
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(condition);
    }

    private static void untilDone(ThrowingRunnable deed) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .untilAsserted(deed);
    }
}
