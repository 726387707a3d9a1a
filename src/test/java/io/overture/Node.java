package io.overture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One running instance of the packaged application, or of the native executable if the system property
 * {@code overture.executable} names one, on free ports of this machine unless the environment names its own; it dies with the JVM at the latest. For
 * {@code *IT} only: neither exists before.
 */
public final class Node implements AutoCloseable {
    /** System property: the native executable to run instead of the package. */
    private static final String EXECUTABLE = "overture.executable";

    private static final String HEAP = "-Xmx256m";
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private static final String PORT = "QUARKUS_HTTP_PORT";

    private final int port;
    private final int managementPort = Ports.free();
    private final Leash process;

    private Node(List<String> command, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        port = all.containsKey(PORT) ? Integer.parseInt(all.get(PORT)) : Ports.free();
        all.put(PORT, "" + port);
        all.put("QUARKUS_MANAGEMENT_PORT", "" + managementPort);
        process = Leash.start(command, all, Path.of("target/nodes/node-" + port + ".log"));
    }

    /** Small and quick to start: several share a test machine. */
    static List<String> command() {
        var executable = System.getProperty(EXECUTABLE);
        if (executable != null) {
            return List.of(executable, HEAP);
        }
        var java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED");
        var jar = JAR.toAbsolutePath();
        var command = new ArrayList<>(java);
        command.addAll(List.of(NodeCache.option(jar, java), "-jar", jar.toString()));
        return command;
    }

    /** Starts a node of the demo and returns once it is ready. */
    public static Node start(RedisServer redis) {
        return start(redis, Map.of());
    }

    /** Further environment, which goes before: {@code Map.of("QUARKUS_PROFILE", "prod")}. */
    public static Node start(RedisServer redis, Map<String, String> environment) {
        return start(redis.url(), environment);
    }

    /** On whatever Redis the environment names: {@link RedisServer#environment()}, {@link RedisCluster#environment()}. */
    public static Node start(Map<String, String> environment) {
        var node = launch(environment);
        node.awaitReady(Duration.ofSeconds(60));
        return node;
    }

    /** As {@link #start(Map)}, but it may never be ready. */
    public static Node launch(Map<String, String> environment) {
        var all = new HashMap<>(Map.of("QUARKUS_PROFILE", "demo"));
        all.putAll(environment);
        return new Node(command(), all);
    }

    /** What this command starts, ready or not; the ports are added to the environment. */
    static Node of(List<String> command, Map<String, String> environment) {
        return new Node(command, environment);
    }

    void awaitReady(Duration atMost) {
        process.awaitAnswer(atMost, this::ready);
    }

    /** With a way to Redis of its own. */
    public static Node start(String redisUrl, Map<String, String> environment) {
        var all = new HashMap<>(Map.of("QUARKUS_REDIS_HOSTS", redisUrl));
        all.putAll(environment);
        return start(all);
    }

    /** Of the public port, with no slash at the end. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Of the management port, with no slash at the end. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    /** What readiness says right now; false too when nobody answers. */
    public boolean ready() {
        var request = HttpRequest.newBuilder(URI.create(management() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** All it printed so far. */
    public String log() {
        return process.log();
    }

    /** SIGKILL: no goodbye to anybody. */
    public void kill() {
        process.kill();
    }

    /** SIGSTOP: its connections stay, and nothing moves on them until {@link #thaw}. */
    public void freeze() {
        process.freeze();
    }

    /** SIGCONT after {@link #freeze}. */
    public void thaw() {
        process.thaw();
    }

    /** SIGTERM, without waiting for its end. */
    public void askToLeave() {
        process.ask();
    }

    /** Of the process, once it is gone. */
    public int exitCode() {
        return process.exitCode();
    }

    /** SIGTERM, to one that takes its time. */
    void stop(Duration atMost) {
        process.stop(atMost);
    }

    /** SIGTERM: it drains first. */
    public void stop() {
        process.stop();
    }

    @Override
    public void close() {
        process.kill();
    }
}
