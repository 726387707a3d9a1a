package io.overture.intake;

import io.overture.wire.Flaw;
import io.overture.wire.RequestId;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request at the beacon's door and its answer, readable by the page that sent it whatever it says. */
final class Exchange {

    private static final CharSequence ORIGIN = HttpHeaders.createOptimized("Origin");
    private static final CharSequence READABLE = HttpHeaders.createOptimized("Retry-After, X-Request-Id");
    private static final CharSequence PRIVACY = HttpHeaders.createOptimized("Sec-GPC");
    private static final String PREFLIGHT_LIFETIME = "86400";

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final ContextInternal context;
    private boolean hangsUp;

    Exchange(RoutingContext routing) {
        this.request = routing.request();
        this.response = routing.response();
        this.context = ((VertxInternal) routing.vertx()).getOrCreateContext();
        var origin = origin();
        if (origin != null) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        response.putHeader(HttpHeaders.VARY, ORIGIN);
        response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, READABLE);
    }

    HttpServerRequest request() {
        return request;
    }

    /** The request's, as the answer has it. */
    @Nullable
    String id() {
        return RequestId.of(response);
    }

    @Nullable
    String origin() {
        return request.getHeader(HttpHeaders.ORIGIN);
    }

    @Nullable
    String header(CharSequence name) {
        return request.getHeader(name);
    }

    /** Global Privacy Control: she is not to be recognised as a person. */
    boolean asksForPrivacy() {
        return "1".equals(request.getHeader(PRIVACY));
    }

    void preflight() {
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, traceparent, X-Request-Id")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_LIFETIME);
        send(Answer.FOLDED, List.of());
    }

    void allow(String methods) {
        response.putHeader(HttpHeaders.ALLOW, methods);
    }

    /** At a node that is leaving the next one is better sent elsewhere. Over HTTP/2 others may be under way beside it. */
    void isTheLast() {
        if (request.version() != HttpVersion.HTTP_2) {
            hangUpAfterwards();
        }
    }

    /** For a body nobody wants to read to its end. */
    void hangUpAfterwards() {
        hangsUp = true;
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }

    void answer(Answer answer, Duration retryAfter) {
        response.putHeader(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds())));
        answer(answer);
    }

    void answer(Answer answer) {
        answer(answer, List.of());
    }

    /** From any thread; at once where that is the request's own. */
    void answer(Answer answer, List<Flaw> flaws) {
        context.emit(flaws, its -> send(answer, its));
    }

    private void send(Answer answer, List<Flaw> flaws) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        var sent = answer == Answer.FOLDED ? response.end() : problem(answer, flaws);
        if (hangsUp) {
            sent.onComplete(nothing -> request.connection().close());
        }
    }

    private Future<Void> problem(Answer answer, List<Flaw> flaws) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        return response.end(Problem.json(answer, flaws, id()));
    }
}
