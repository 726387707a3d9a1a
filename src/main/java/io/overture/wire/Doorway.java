package io.overture.wire;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What holds for whatever is asked at the public port: a connection that does not take its answers is asked for no more,
 * a path nobody has is not there, and every answer says how a browser may use it.
 */
@Singleton
class Doorway {

    /** Before everything else, authentication included. */
    private static final int FIRST = 10_000;

    private static final Pattern OURS = Pattern.compile(
            "/+(v1|openapi|console|demo|overture(-(live|card|talk|debug|passport))?\\.js)(?![A-Za-z0-9_-]).*"
                    + "|/q(/.*)?");
    private static final String BUSIEST = "/v1/beacons";
    private static final Set<String> SOCKETS = Set.of("/v1/visitor", "/v1/advisor");
    private static final String ROBOTS = "User-agent: *\nDisallow: /\n";
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence OUR_FRAMES = HttpHeaders.createOptimized("frame-ancestors 'self'");
    private static final CharSequence STRICT_TRANSPORT_SECURITY =
            HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence A_YEAR = HttpHeaders.createOptimized("max-age=31536000");
    private static final CharSequence FOR_THIS_ANSWER = HttpHeaders.createOptimized("no-store");

    void filter(@Observes Filters filters) {
        boolean isDemo = ConfigUtils.isProfileActive("demo");
        filters.register(request -> inTurn(request, isDemo), FIRST);
    }

    /** Pipelined requests cost little to send and much to answer: the next waits until the last answer has left. */
    private static void inTurn(RoutingContext request, boolean isDemo) {
        RequestId.give(request.request());
        Patience.asked(request);
        Backpressure.inTurn(request, () -> answer(request, isDemo));
    }

    /** The busiest door is known by its path alone. What it says is for one answer; in its log it names the request itself. */
    private static void answer(RoutingContext request, boolean isDemo) {
        var response = request.response();
        response.putHeader(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        response.putHeader(CONTENT_SECURITY_POLICY, OUR_FRAMES);
        // By the connection: where a proxy ends TLS, it is the proxy that promises it.
        if (request.request().connection().isSsl()) {
            response.putHeader(STRICT_TRANSPORT_SECURITY, A_YEAR);
        }
        var raw = request.request().path();
        if (BUSIEST.equals(raw)) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, FOR_THIS_ANSWER);
            request.next();
            return;
        }
        if (raw != null && !Unicode.isWholePath(raw)) {
            garbled(response);
            return;
        }
        var path = request.normalizedPath();
        identify(request.request(), path);
        if (path.startsWith("/v1/")) {
            request.addHeadersEndHandler(nothing -> keepPrivate(response));
        }
        switch (path) {
            case "/" -> front(response, isDemo);
            case "/robots.txt" ->
                response.putHeader(HttpHeaders.CONTENT_TYPE, "text/plain").end(ROBOTS);
            default -> {
                if (OURS.matcher(path).matches()) {
                    request.next();
                } else {
                    missing(response);
                }
            }
        }
    }

    private static void identify(HttpServerRequest request, String path) {
        RequestId.log(request);
        if (SOCKETS.contains(path)) {
            RequestId.carry(request);
        }
    }

    private static void front(HttpServerResponse response, boolean isDemo) {
        if (isDemo) {
            response.setStatusCode(302)
                    .putHeader(HttpHeaders.LOCATION, "/demo/")
                    .end();
        } else {
            missing(response);
        }
    }

    private static void missing(HttpServerResponse response) {
        response.setStatusCode(404)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
                .end("There is nothing here.\n");
    }

    private static void garbled(HttpServerResponse response) {
        response.setStatusCode(400)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
                .end("This path is not UTF-8, or has a character in it that is none.\n");
    }

    /** What has a tag may be kept by whoever asked, and confirmed; all else is for this one answer. */
    private static void keepPrivate(HttpServerResponse response) {
        if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            response.putHeader(
                    HttpHeaders.CACHE_CONTROL,
                    response.headers().contains(HttpHeaders.ETAG) ? "private, no-cache" : FOR_THIS_ANSWER);
        }
    }
}
