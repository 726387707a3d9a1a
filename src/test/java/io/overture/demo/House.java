package io.overture.demo;

import io.overture.Node;
import io.overture.RedisServer;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The demo as it is packaged, on a real Redis, and a real browser: started once for all tests that ask for a
 * {@link Guest}, each of whom is somebody new.
 */
final class House implements ParameterResolver {

    private static final Namespace OURS = Namespace.create(House.class);

    private record Running(RedisServer redis, Node node, Chromium chromium) implements AutoCloseable {

        static Running start() {
            var redis = RedisServer.start();
            var node = Node.start(redis);
            return new Running(redis, node, Chromium.start());
        }

        URI boutique() {
            return URI.create(node.base() + "/demo");
        }

        @Override
        public void close() {
            chromium.close();
            node.close();
            redis.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Guest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var running =
                test.getRoot().getStore(OURS).computeIfAbsent(Running.class, key -> Running.start(), Running.class);
        return test.getStore(OURS)
                .computeIfAbsent(
                        parameter.getIndex(),
                        key -> new Guest(
                                running.chromium().browser(),
                                running.boutique(),
                                new Ledger(running.node().base()),
                                new Keeping(running.redis().port())),
                        Guest.class);
    }
}
