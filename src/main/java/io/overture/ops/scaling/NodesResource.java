package io.overture.ops.scaling;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.document.Mistake;
import io.overture.document.Problem;
import io.overture.document.Query;
import io.overture.redis.Lanes;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The nodes of the region: which there are, and sending everybody away from one. {@code docs/command-line.md}. */
@Path("/v1/nodes")
@Tag(name = "Operations")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class NodesResource {

    private static final Logger LOG = Logger.getLogger(NodesResource.class);
    private static final double THOUSAND = 1_000;

    private final RegionNodes nodes;
    private final Marks marks;
    private final String region;

    NodesResource(
            RegionNodes nodes,
            Lanes lanes,
            @ConfigProperty(name = "overture.region", defaultValue = "local") String region) {
        this.nodes = nodes;
        this.marks = new Marks(lanes);
        this.region = region;
    }

    @GET
    @RolesAllowed("operator")
    @Operation(summary = "The nodes of the region: since when each runs, what it is, and what it carries")
    @APIResponse(
            responseCode = "200",
            description = "The same at every node, at most two seconds old unless it says stale")
    public Response read() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("region", region)
                .put("at", nodes.at().toEpochMilli())
                .put("stale", nodes.isStale())
                .put("answeredBy", nodes.self());
        var all = json.putArray("nodes");
        nodes.all().forEach(node -> all.add(json(node)));
        return Response.ok(json.toString())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/{id}/drain")
    @RolesAllowed("operator")
    @Operation(summary = "Asks a node to drain: not ready, its sockets sent elsewhere, whatever comes still answered")
    @APIResponse(responseCode = "202", description = "It is asked, and begins within two seconds")
    @APIResponse(responseCode = "400", description = "Force is neither true nor false")
    @APIResponse(responseCode = "404", description = "There is no such node")
    @APIResponse(responseCode = "409", description = "No other node would serve, or its release cannot be asked")
    @APIResponse(responseCode = "503", description = "The store is away: ask again")
    public Uni<Response> drain(
            @PathParam("id") String id,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("force") @Nullable String force) {
        return ask(id, Mark.DRAIN, Query.flag("force", force));
    }

    @DELETE
    @Path("/{id}/drain")
    @RolesAllowed("operator")
    @Operation(summary = "Asks a node that drains to serve again")
    @APIResponse(responseCode = "202", description = "It is asked, and serves within two seconds")
    @APIResponse(responseCode = "404", description = "There is no such node")
    @APIResponse(responseCode = "409", description = "Its release cannot be asked")
    @APIResponse(responseCode = "503", description = "The store is away: ask again")
    public Uni<Response> undo(@PathParam("id") String id) {
        return ask(id, Mark.SERVE, true);
    }

    private Uni<Response> ask(String id, Mark mark, boolean force) {
        return marks.ask(id, mark, force).map(outcome -> switch (outcome) {
            case DONE -> {
                LOG.infof(
                        "event=node_asked node=%s to=%s%s",
                        id, mark.word(), mark == Mark.DRAIN ? " force=" + force : "");
                var asked =
                        JsonNodeFactory.instance.objectNode().put("node", id).put("asked", mark.word());
                yield Response.accepted(asked.toString())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build();
            }
            case UNKNOWN -> Problem.answer(404, "There is no such node");
            case OLD -> Problem.answer(409, "This node is of a release that cannot be asked: stop it by SIGTERM");
            case LAST ->
                Problem.answer(
                        409,
                        "No other node would serve",
                        List.of(new Mistake("/force", "With force=true it is drained all the same.")));
        });
    }

    private static ObjectNode json(RegionNodes.Node node) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", node.id())
                .put("state", node.state().word());
        node.about()
                .ifPresent(about -> json.put("started", about.started().toEpochMilli())
                        .put("version", about.version())
                        .put("runs", about.runs())
                        .put("clockOffMillis", about.clockOffMillis()));
        if (node.state() != RegionNodes.State.SILENT) {
            json.put("sockets", node.load().sockets())
                    .put("beaconsPerSecond", rounded(node.load().beaconsPerSecond()))
                    .put("inFlight", node.load().inFlight())
                    .put("eventLoopDelayMillis", rounded(node.load().eventLoopDelayMillis()));
        }
        return json;
    }

    private static double rounded(double figure) {
        return Math.round(figure * THOUSAND) / THOUSAND;
    }
}
