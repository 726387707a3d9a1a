package io.overture.demo;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The demo boutique at {@code /demo/}, in the demo only: files by name, and its one page for every other path, since the
 * boutique finds its own way.
 */
@Singleton
class DemoDoor {

    private static final String ROOT = "/demo";
    private static final String PAGE = "/demo/index.html";
    private static final Pattern FILE = Pattern.compile("/demo(/[A-Za-z0-9_-]+)*/[A-Za-z0-9_-]+(\\.[a-z0-9]+)+");

    private final ConcurrentHashMap<String, Buffer> files = new ConcurrentHashMap<>();

    void open(@Observes Router router) {
        if (ConfigUtils.isProfileActive("demo")) {
            router.get(ROOT).handler(request -> request.redirect(ROOT + "/"));
            router.get(ROOT + "/*").blockingHandler(this::answer, false);
        }
    }

    private void answer(RoutingContext request) {
        var path = request.normalizedPath();
        var name = path.contains(".") ? path : PAGE;
        var file = FILE.matcher(name).matches() ? files.computeIfAbsent(name, DemoDoor::read) : null;
        if (file == null) {
            request.response().setStatusCode(404).end();
            return;
        }
        var type = MimeMapping.getMimeTypeForFilename(name);
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type == null ? "application/octet-stream" : type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(file);
    }

    private static @Nullable Buffer read(String name) {
        try (var file = DemoDoor.class.getResourceAsStream(name)) {
            return file == null ? null : Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
