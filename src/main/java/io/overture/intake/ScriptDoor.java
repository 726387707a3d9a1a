package io.overture.intake;

import io.overture.wire.ServedFile;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Hands out {@code /overture.js}, which shops embed by the address alone, and the modules it loads by need: {@code
 * /overture-live.js} once a visitor has consented, {@code /overture-card.js} with the first invitation, {@code
 * /overture-talk.js} with the first conversation, {@code /overture-debug.js} for whoever puts the tag in; and
 * {@code /overture-passport.js}, for shops in several regions. They are cached
 * for minutes, so that a release reaches every page soon, then confirmed by their tags.
 */
@Singleton
class ScriptDoor {
    private static final List<String> PATHS = List.of(
            "/overture.js",
            "/overture-live.js",
            "/overture-card.js",
            "/overture-talk.js",
            "/overture-debug.js",
            "/overture-passport.js");

    void open(@Observes Router router) {
        for (var path : PATHS) {
            try (var script = ScriptDoor.class.getResourceAsStream("/META-INF/resources" + path)) {
                if (script != null) {
                    open(router, path, script.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        }
    }

    static void open(Router router, String path, byte[] script) {
        var file = ServedFile.of("text/javascript; charset=utf-8", "public, max-age=300", script);
        // Before the static resources, which know neither tags nor compression.
        router.get(path).order(0).handler(request -> answer(request, file));
        router.head(path).order(0).handler(request -> answer(request, file));
    }

    private static void answer(RoutingContext request, ServedFile file) {
        request.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
                .putHeader("X-Content-Type-Options", "nosniff");
        file.answer(request);
    }
}
