package io.overture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The JDK's ahead-of-time cache of the classes a test's node loads, made once per build by a node that starts and leaves.
 * Tests start some two hundred nodes and commands; each takes less than half of its CPU with it. For the package only.
 */
final class NodeCache {

    private static final Path FILE = Path.of("target/nodes/node.aot").toAbsolutePath();
    private static final Duration MOST = Duration.ofSeconds(120);

    private NodeCache() {}

    /** The option that names it; made now if there is none of this build. The JVM refuses one that was made with another collector. */
    static synchronized String option(Path jar, List<String> java) {
        try {
            if (!Files.exists(FILE) || Files.getLastModifiedTime(FILE).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                make(jar, java);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "-XX:AOTCache=" + FILE;
    }

    private static void make(Path jar, List<String> java) throws IOException {
        var made = FILE.resolveSibling("node.aot.new");
        Files.deleteIfExists(made);
        var command = new ArrayList<>(java);
        command.addAll(List.of("-XX:AOTCacheOutput=" + made, "-jar", jar.toString()));
        try (var redis = RedisServer.start()) {
            var environment = new HashMap<>(Map.of("QUARKUS_PROFILE", "demo", "QUARKUS_REDIS_HOSTS", redis.url()));
            try (var node = Node.of(command, environment)) {
                node.awaitReady(MOST);
                // The JVM puts the cache together before it ends.
                node.stop(MOST);
            }
        }
        if (!Files.exists(made)) {
            throw new IllegalStateException("The JVM left no ahead-of-time cache at " + made);
        }
        Files.move(made, FILE, StandardCopyOption.ATOMIC_MOVE);
    }
}
