package io.overture.lift;

import io.overture.document.JsonRequest;
import io.overture.document.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** A calculator of lift on sums that somebody has; {@code docs/lift.md}. */
@Path("/v1/scorecard/lift")
@Tag(name = "Scorecard")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class LiftResource {

    static final int MOST_BYTES = 16 * 1024;

    /** An {@link Estimate}; all of it null where there is none. */
    @RegisterForReflection
    public record Answer(
            @Nullable Double difference,
            @Nullable Double standardError,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double p) {

        static final Answer NONE = new Answer(null, null, null, null, null);

        static Answer of(Estimate found) {
            return new Answer(found.difference(), found.standardError(), found.low(), found.high(), found.p());
        }
    }

    @POST
    @RolesAllowed("lead")
    @Operation(summary = "The difference between two arms, from their sums, with its interval")
    @APIResponse(
            responseCode = "200",
            description = "The estimate; all null when it is relative to a control that is not clearly above nothing",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "It is not valid: every error with its pointer")
    @APIResponse(responseCode = "413", description = "It is larger than any such question may be")
    @APIResponse(responseCode = "415", description = "It does not say that it is application/json")
    public Response ask(@RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body) {
        return JsonRequest.answer(type, body, MOST_BYTES, "Not valid sums", LiftQuestion::read, question -> {
            var answer = question.answer().map(Answer::of).orElse(Answer.NONE);
            return Response.ok(answer, MediaType.APPLICATION_JSON).build();
        });
    }
}
