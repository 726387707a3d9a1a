package io.overture.dossier;

import io.overture.document.Problem;
import io.overture.document.Query;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who opened which dossier, for whoever answers for it. */
@Path("/v1/dossier/openings")
@Tag(name = "Dossier")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class OpeningsResource {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;
    private static final Pattern ID = Pattern.compile("\\d{1,15}-\\d{1,15}");

    private final Openings openings;

    OpeningsResource(Openings openings) {
        this.openings = openings;
    }

    @GET
    @RolesAllowed("operator")
    @Operation(summary = "Openings of dossiers, the newest first; before (an id) reads on")
    @APIResponse(responseCode = "200", description = "A list of {id, at, who, role, conversation}")
    @APIResponse(responseCode = "400", description = "That is no id of an opening, or too many at once")
    @APIResponse(responseCode = "503", description = "The store is away")
    public Uni<Response> read(
            @RestQuery @Nullable String before,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @RestQuery @Nullable String most) {
        if (before != null && !ID.matcher(before).matches()) {
            throw Query.wrong("before", "This must be the id of an opening.");
        }
        long count = Query.number("most", most, USUAL);
        if (count < 1 || count > MOST) {
            throw Query.wrong("most", "This must be a number from 1 to %d.".formatted(MOST));
        }
        return openings.read(before, (int) count)
                .map(read -> Response.ok(read, MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
