package io.overture.ops.doctor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.overture.document.Problem;
import io.overture.store.Nodes;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/doctor}: what this node is configured to do, and what of that will go wrong. {@code docs/command-line.md}. */
@Path("/v1/doctor")
@Tag(name = "Operations")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class DoctorResource {

    private final Doctor doctor;
    private final Nodes nodes;
    private final InstantSource clock = InstantSource.system();

    DoctorResource(Doctor doctor, Nodes nodes) {
        this.doctor = doctor;
        this.nodes = nodes;
    }

    @GET
    @RolesAllowed("operator")
    @Operation(summary = "What is configured, reachable and likely to go wrong, as this node sees it; changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "Every check with ok, warn or fail, a sentence, and where to read on")
    public Uni<Response> read() {
        return doctor.examine().map(this::answer);
    }

    private Response answer(List<Finding> findings) {
        var json =
                JsonNodeFactory.instance.objectNode().put("at", clock.millis()).put("answeredBy", nodes.self());
        var checks = json.putArray("checks");
        findings.forEach(each -> checks.add(each.json()));
        return Response.ok(json.toString())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
