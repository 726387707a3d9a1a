package io.overture.aftercare;

import io.overture.client.JsonBody;
import io.overture.document.ContentType;
import io.overture.document.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** What the shop's backend tells after the purchase; {@code docs/aftercare.md}. */
@Path("/v1/events")
@Tag(name = "Aftercare")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class EventsResource {

    static final int MOST_BYTES = 512 * 1024;

    /** How many of a batch were new, and how many had been told before. */
    @RegisterForReflection
    public record Answer(int taken, int repeated) {}

    private final Aftercare aftercare;
    private final InstantSource clock = Clock.systemUTC();

    EventsResource(Aftercare aftercare) {
        this.aftercare = aftercare;
    }

    @POST
    @RolesAllowed({"shop", "operator"})
    @Operation(summary = "Orders, deliveries, returns, services and contacts, up to 100 at once")
    @APIResponse(
            responseCode = "200",
            description = "All of it is done",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "It is not valid, and nothing of it is taken: every error is told")
    @APIResponse(responseCode = "413", description = "It is larger than any batch may be")
    @APIResponse(responseCode = "503", description = "The store is away: send all of it again")
    @APIResponse(responseCode = "415", description = "It does not say that it is application/json")
    public Uni<Response> tell(@RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] body) {
        if (!ContentType.isTold(type)) {
            return Uni.createFrom().item(Problem.answer(415, Problem.UNTYPED));
        }
        if (body.length > MOST_BYTES) {
            return Uni.createFrom()
                    .item(Problem.answer(413, "A batch has at most %d KiB".formatted(MOST_BYTES / 1024)));
        }
        var form = JsonBody.read(body, MOST_BYTES);
        var events = EventReader.read(form, clock.instant());
        if (!form.flaws().isEmpty()) {
            return Uni.createFrom().item(Problem.answer(400, "Not a valid batch of events", form.flaws()));
        }
        return aftercare
                .take(events)
                .map(taken -> Response.ok(new Answer(taken.taken(), taken.repeated()), MediaType.APPLICATION_JSON)
                        .build());
    }
}
