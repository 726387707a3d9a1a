package io.overture.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.overture.Node;
import io.overture.RedisServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    private static final String CHROMIUM = System.getenv().getOrDefault("OVERTURE_CHROMIUM", "/usr/bin/chromium");
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** The driver switches it off; our page must be fit for it. */
    private static final List<String> BACK_FORWARD = List.of("--disable-back-forward-cache");

    private record Running(RedisServer redis, Node node, Playwright playwright, Browser browser)
            implements AutoCloseable {

        static Running start() {
            var redis = RedisServer.start();
            var node = Node.start(redis);
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(CHROMIUM))
                            .setIgnoreDefaultArgs(BACK_FORWARD)
                            .setArgs(QUIETLY));
            return new Running(redis, node, playwright, browser);
        }

        URI boutique() {
            return URI.create(node.base() + "/demo");
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
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
                                running.browser(),
                                running.boutique(),
                                new Ledger(running.node().base()),
                                new Keeping(running.redis().port())),
                        Guest.class);
    }
}
