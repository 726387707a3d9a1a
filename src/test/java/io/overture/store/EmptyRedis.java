package io.overture.store;

import io.overture.RedisCluster;
import io.overture.RedisServer;
import io.overture.redis.Lanes;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Redis for the tests of one class, empty before each of them, and a node's lanes to it; a cluster, if the class says so
 * with {@link OnCluster}, which all such classes share.
 */
public final class EmptyRedis implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private record Running(String url, AutoCloseable server, Stores stores, Lanes lanes) {}

    private final String[] options;
    private @Nullable Running running;

    /** @param options as on redis-server's command line, of one that runs alone */
    public EmptyRedis(String... options) {
        this.options = options;
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        var stores = new Stores();
        if (tests.getRequiredTestClass().isAnnotationPresent(OnCluster.class)) {
            var urls = RedisCluster.shared().url();
            running = new Running(urls, () -> {}, stores, stores.lanes(urls));
        } else {
            var server = RedisServer.start(options);
            running = new Running(server.url(), server, stores, stores.lanes(server.url()));
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        clear();
    }

    @Override
    public void afterAll(ExtensionContext tests) throws Exception {
        stores().close();
        running().server().close();
    }

    /** Away with everything. */
    public void clear() {
        Stores.askEach(lanes(), Command.FLUSHALL);
    }

    /** Those that fit the pattern, wherever they are. */
    public List<String> keys(String pattern) {
        return Stores.askEach(lanes(), Command.KEYS, pattern).stream()
                .flatMap(Response::stream)
                .map(Response::toString)
                .toList();
    }

    /** Of a node; always the same. */
    public Lanes lanes() {
        return running().lanes();
    }

    /** For more nodes. */
    public Stores stores() {
        return running().stores();
    }

    /** For {@link Stores#lanes(String)}. */
    public String url() {
        return running().url();
    }

    private Running running() {
        return Objects.requireNonNull(running, "Redis runs while tests do");
    }
}
