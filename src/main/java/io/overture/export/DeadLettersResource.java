package io.overture.export;

import io.overture.document.Problem;
import io.overture.wire.JsonOut;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Records of the journal that the broker refused: which and why, and the way to send them again. */
@Path("/v1/journal/dead-letters")
@Tag(name = "Journal")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class DeadLettersResource {

    private final Letters letters;
    private final ExportConfig config;
    private final InstantSource clock = InstantSource.system();

    DeadLettersResource(Letters letters, ExportConfig config) {
        this.letters = letters;
        this.config = config;
    }

    @GET
    @RolesAllowed("operator")
    @Operation(summary = "Records that the broker refused, the oldest first, and why")
    @APIResponse(responseCode = "200", description = "Without the records themselves")
    @APIResponse(responseCode = "503", description = "The store is away")
    public Uni<Response> list() {
        return letters.refused()
                .map(refused -> JsonOut.object(out -> out.array("deadLetters", refused, DeadLettersResource::write)))
                .map(json -> answer(Response.Status.OK, json));
    }

    @POST
    @Path("/resend")
    @RolesAllowed("operator")
    @Operation(summary = "Has refused records sent again, by the node that exports, within seconds")
    @Parameter(name = "id", description = "Of a record, and again for each; without any: all")
    @APIResponse(responseCode = "202", description = "How many will be sent again")
    @APIResponse(responseCode = "409", description = "The journal is not exported")
    @APIResponse(responseCode = "503", description = "The store is away")
    public Uni<Response> resend(@RestQuery List<String> id) {
        if (config.topic().isEmpty()) {
            return Uni.createFrom()
                    .item(Problem.answer(409, "The journal is not exported: overture.journal.kafka.topic is not set"));
        }
        return letters.sendAgain(id, clock.instant())
                .map(count -> answer(Response.Status.ACCEPTED, JsonOut.object(out -> out.number("resent", count))));
    }

    private static void write(JsonOut out, Letter letter) throws IOException {
        out.text("id", letter.id())
                .text("site", letter.site())
                .text("type", letter.type())
                .text("reason", letter.reason())
                .text("detail", letter.detail())
                .instant("refusedAt", letter.refusedAt())
                .number("bytes", letter.line().getBytes(StandardCharsets.UTF_8).length);
    }

    private static Response answer(Response.Status status, String json) {
        return Response.status(status)
                .entity(json)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
