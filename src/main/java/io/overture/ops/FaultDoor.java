package io.overture.ops;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.overture.document.Problem;
import io.overture.store.Wordless;
import io.overture.wire.RequestId;
import io.quarkus.oidc.OIDCException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * What is answered when something fails around the doors for people: 503 while the issuer is away, and 500 with the
 * id to be found in the log for a fault of ours. Who is refused for want of a role is answered elsewhere.
 */
@Singleton
class FaultDoor {

    private static final Logger LOG = Logger.getLogger(FaultDoor.class);
    private static final Pattern DOOR = Pattern.compile("(/v1/[^/]*).*", Pattern.DOTALL);
    private static final Duration RETRY = Duration.ofSeconds(5);

    void open(@Observes Router router, IssuerFigures figures) {
        router.route("/v1/*").failureHandler(request -> answer(request, figures));
    }

    private static void answer(RoutingContext request, IssuerFigures figures) {
        var failure = request.failure();
        var response = request.response();
        if (failure == null || response.headWritten() || response.closed() || isRefusal(request.statusCode())) {
            request.next();
        } else if (isIssuerAway(failure)) {
            figures.unchecked();
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY.toSeconds()));
            answer(request, 503, "The issuer of tokens is away; ask again later");
        } else if (failure instanceof SecurityException) {
            request.next();
        } else {
            var id = RequestId.of(response);
            RequestId.log(id, () -> LOG.errorf(Wordless.of(failure), "event=fault door=%s", door(request)));
            answer(request, 500, "A fault of ours, in the log under " + id);
        }
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500;
    }

    /** What follows may be the id of a client. */
    private static String door(RoutingContext request) {
        return DOOR.matcher(request.normalizedPath()).replaceFirst("$1");
    }

    private static boolean isIssuerAway(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException) {
                return true;
            }
        }
        return false;
    }

    /** Ends the response with a problem; headers that are set stay. */
    static void answer(RoutingContext request, int status, String title) {
        var problem = JsonNodeFactory.instance
                .objectNode()
                .put("type", Problem.BLANK)
                .put("title", title)
                .put("status", status)
                .put(RequestId.MEMBER, RequestId.of(request.response()));
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(problem.toString());
    }
}
