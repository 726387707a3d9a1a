package io.overture.advisor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.overture.wire.ServedFile;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The advisors' console at {@code /console/}: a page and its files, the same for everybody, and
 * {@code /console/config.json}, which says where to sign in. Whose screen it becomes is settled by the advisor socket.
 */
@Singleton
class ConsoleDoor {

    private static final String ROOT = "/console";
    private static final String PAGE = "/console/index.html";
    private static final Pattern FILE = Pattern.compile("/console(/[A-Za-z0-9_-]+)*/[A-Za-z0-9_-]+(\\.[a-z0-9]+)+");

    private final ConcurrentHashMap<String, ServedFile> files = new ConcurrentHashMap<>();
    private final String config;
    private final String policy;

    @Inject
    ConsoleDoor(ConsoleConfig config, ObjectMapper json) throws JsonProcessingException {
        this(SignIn.of(config, ConfigUtils.isProfileActive("demo")), json);
    }

    ConsoleDoor(SignIn signIn, ObjectMapper json) throws JsonProcessingException {
        this.config = json.writeValueAsString(signIn);
        this.policy = policy(signIn);
    }

    void open(@Observes Router router) {
        for (var method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
            router.route(method, ROOT + "/config.json").handler(this::guard).handler(this::configure);
            router.route(method, ROOT + "/*").handler(this::guard).blockingHandler(this::answer, false);
        }
    }

    /**
     * Scripts and styles from here alone: the components' own sheets are constructed, which a policy lets pass. In
     * {@code connect-src} the page's own origin stands for its sockets too (CSP Level 3, section 6.7.2.8).
     */
    static String policy(SignIn signIn) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src "
                + ("'self' " + signIn.issuerOrigin()).strip()
                + "; img-src 'self' data:; font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    }

    private void guard(RoutingContext request) {
        request.response()
                .putHeader("Content-Security-Policy", policy)
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        request.next();
    }

    private void configure(RoutingContext request) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(config);
    }

    private void answer(RoutingContext request) {
        var path = request.normalizedPath();
        if (path.equals(ROOT)) {
            request.redirect(ROOT + "/");
            return;
        }
        var name = path.equals(ROOT + "/") ? PAGE : path;
        var file = FILE.matcher(name).matches() ? files.computeIfAbsent(name, ConsoleFile::read) : null;
        if (file == null) {
            request.response().setStatusCode(404).end();
            return;
        }
        file.answer(request);
    }
}
