package io.overture.demo;

import io.overture.demo.crowd.Crowd;
import io.overture.wire.RequestId;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the boutique's strip asks for beside decisions, in the demo only: {@code GET /demo/counts}; {@code POST
 * /demo/crowd} ({@code ?members=12&seed=7}, both optional) calls a crowd, {@code DELETE} sends it away, for the role {@code boutique} only.
 */
@Singleton
class CrowdDoor {

    private static final String COUNTS = "/demo/counts";
    private static final String CROWD = "/demo/crowd";
    /** Before the boutique, which answers every address below it. */
    private static final int FIRST = -1;

    private final Counts counts;
    private final Crowd crowd;

    CrowdDoor(@Identifier("demo-counts") Counts counts, Crowd crowd) {
        this.counts = counts;
        this.crowd = crowd;
    }

    void open(@Observes Router router) {
        if (ConfigUtils.isProfileActive("demo")) {
            router.get(COUNTS).order(FIRST).handler(this::tell);
            router.post(CROWD).order(FIRST).handler(this::call);
            router.delete(CROWD).order(FIRST).handler(this::sendAway);
        }
    }

    private void tell(RoutingContext request) {
        var tally = counts.tally();
        answer(
                request,
                200,
                "application/json",
                new JsonObject()
                        .put("sessions", tally.sessions())
                        .put("invited", tally.invited())
                        .put("leftInPeace", tally.leftInPeace())
                        .put("crowd", crowd.size()));
    }

    private void call(RoutingContext request) {
        if (isFromElsewhere(request)) {
            return;
        }
        var members = number(request, "members", Crowd.USUAL, 1, Crowd.MOST);
        var seed = number(request, "seed", crowd.seed(), Long.MIN_VALUE, Long.MAX_VALUE);
        if (members.isEmpty() || seed.isEmpty()) {
            var errors = new JsonArray();
            if (members.isEmpty()) {
                errors.add(error("/members", "must be a whole number from 1 to " + Crowd.MOST));
            }
            if (seed.isEmpty()) {
                errors.add(error("/seed", "must be a whole number"));
            }
            problem(request, 400, "no such crowd", Optional.of(errors));
            return;
        }
        crowd.call((int) members.getAsLong(), seed.getAsLong());
        request.response().setStatusCode(204).end();
    }

    private void sendAway(RoutingContext request) {
        if (!isFromElsewhere(request)) {
            crowd.sendAway();
            request.response().setStatusCode(204).end();
        }
    }

    /** Browsers say so themselves: the page of another site is refused, whoever looks at it. */
    private static boolean isFromElsewhere(RoutingContext request) {
        var site = request.request().getHeader("Sec-Fetch-Site");
        var elsewhere = site != null && !site.equals("same-origin") && !site.equals("none");
        if (elsewhere) {
            problem(request, 403, "only the boutique may ask for this", Optional.empty());
        }
        return elsewhere;
    }

    private static OptionalLong number(RoutingContext request, String name, long otherwise, long least, long most) {
        var given = request.request().getParam(name);
        try {
            var number = given == null ? otherwise : Long.parseLong(given);
            return number < least || number > most ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static JsonObject error(String pointer, String detail) {
        return new JsonObject().put("pointer", pointer).put("detail", detail);
    }

    private static void problem(RoutingContext request, int status, String title, Optional<JsonArray> errors) {
        var problem = new JsonObject()
                .put("title", title)
                .put("status", status)
                .put(RequestId.MEMBER, RequestId.of(request.response()));
        errors.ifPresent(each -> problem.put("errors", each));
        answer(request, status, "application/problem+json", problem);
    }

    private static void answer(RoutingContext request, int status, String type, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body.toBuffer());
    }
}
