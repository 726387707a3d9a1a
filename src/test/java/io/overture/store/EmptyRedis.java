package io.overture.store;

import io.overture.RedisServer;
import io.vertx.redis.client.Command;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Redis for the tests of one class, empty before each of them, and a node's lanes to it. */
public final class EmptyRedis implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private record Running(RedisServer server, Stores stores, Lanes lanes) {}

    private @Nullable Running running;

    @Override
    public void beforeAll(ExtensionContext tests) {
        var server = RedisServer.start();
        var stores = new Stores();
        running = new Running(server, stores, stores.lanes(server.url()));
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        Stores.ask(lanes(), Command.FLUSHALL);
    }

    @Override
    public void afterAll(ExtensionContext tests) throws Exception {
        stores().close();
        running().server().close();
    }

    /** Of a node; always the same. */
    public Lanes lanes() {
        return running().lanes();
    }

    /** For more nodes. */
    public Stores stores() {
        return running().stores();
    }

    public String url() {
        return running().server().url();
    }

    private Running running() {
        return Objects.requireNonNull(running, "Redis runs while tests do");
    }
}
