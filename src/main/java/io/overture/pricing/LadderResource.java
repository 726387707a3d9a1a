package io.overture.pricing;

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

/** The ladder of prices for a demand that a lead imagines; {@code docs/pricing.md}. */
@Path("/v1/pricing/ladder")
@Tag(name = "Pricing")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class LadderResource {

    static final int MOST_BYTES = 1024 * 1024;

    /**
     * What the slots would be worth.
     *
     * @param value what they bring a second
     * @param ladder prices, with none busy first, with all but one busy last
     */
    @RegisterForReflection
    public record Answer(double value, double[] ladder) {}

    @POST
    @RolesAllowed("lead")
    @Operation(summary = "What if: the price of each slot, for a number of slots and a demand")
    @APIResponse(
            responseCode = "200",
            description = "The value a second and the price by busy slots",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "It is not valid: every error with its pointer")
    @APIResponse(responseCode = "413", description = "It is larger than any such question may be")
    @APIResponse(responseCode = "415", description = "It does not say that it is application/json")
    public Response ask(@RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body) {
        return JsonRequest.answer(type, body, MOST_BYTES, "Not a valid demand", LadderQuestion::read, question -> {
            var ladder = Ladder.of(question.slots(), question.demand());
            return Response.ok(new Answer(ladder.value(), ladder.prices()), MediaType.APPLICATION_JSON)
                    .build();
        });
    }
}
