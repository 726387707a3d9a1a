package io.overture.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.document.Mistake;
import io.overture.document.Problem;
import io.overture.passport.Refusal;
import io.overture.wire.Flaw;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer at the passports' door, readable by the page that asked whatever it says, and kept by nobody. */
final class PassportAnswer {

    static final String PROBLEM = Problem.MEDIA_TYPE;

    private static final int UNAVAILABLE = 503;
    private static final String PREFLIGHT_LIFETIME = "86400";

    private final @Nullable String origin;
    private final boolean asksForPrivacy;

    PassportAnswer(HttpServerRequest request) {
        origin = request.getHeader("Origin");
        asksForPrivacy = "1".equals(request.getHeader("Sec-GPC"));
    }

    boolean asksForPrivacy() {
        return asksForPrivacy;
    }

    Uni<Response> json(ObjectNode json) {
        return sent(Response.ok(json.toString(), MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8")));
    }

    Uni<Response> empty() {
        return sent(Response.noContent());
    }

    Uni<Response> preflight() {
        return sent(Response.noContent()
                .header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", "Content-Type")
                .header("Access-Control-Max-Age", PREFLIGHT_LIFETIME));
    }

    Uni<Response> refused(Refusal why) {
        var answer = Response.fromResponse(Problem.answer(why.status(), why.title()));
        return sent(
                why.status() == UNAVAILABLE ? answer.header(HttpHeaders.RETRY_AFTER, Rates.RETRY.toSeconds()) : answer);
    }

    Uni<Response> problem(int status, String title) {
        return sent(Response.fromResponse(Problem.answer(status, title)));
    }

    Uni<Response> invalid(List<Flaw> flaws) {
        var mistakes = flaws.stream()
                .map(flaw -> new Mistake(flaw.pointer(), flaw.detail()))
                .toList();
        return sent(Response.fromResponse(Problem.answer(400, "This is not valid", mistakes)));
    }

    Uni<Response> tooFast() {
        return sent(Response.fromResponse(Problem.answer(429, "Too many at once; ask again later"))
                .header(HttpHeaders.RETRY_AFTER, Rates.PASSPORT_RETRY.toSeconds()));
    }

    private Uni<Response> sent(Response.ResponseBuilder answer) {
        answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, "Origin")
                .header("Access-Control-Expose-Headers", HttpHeaders.RETRY_AFTER);
        if (origin != null) {
            answer.header("Access-Control-Allow-Origin", origin);
        }
        return Uni.createFrom().item(answer.build());
    }
}
