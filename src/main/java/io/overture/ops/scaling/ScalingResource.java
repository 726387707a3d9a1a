package io.overture.ops.scaling;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.vertx.http.ManagementInterface;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code GET /v1/scaling}: how many nodes the region needs, and from what that follows. Once more on the management port,
 * where an autoscaler in the cluster needs no credentials, and so none that could do more than read this.
 */
@Path("/v1/scaling")
@Tag(name = "Operations")
public class ScalingResource {

    private static final String NOT_KEPT = "no-store";
    private static final double THOUSAND = 1_000;

    private final Scaling scaling;
    private final String region;

    ScalingResource(Scaling scaling, @ConfigProperty(name = "overture.region", defaultValue = "local") String region) {
        this.scaling = scaling;
        this.region = region;
    }

    @GET
    @RolesAllowed("operator")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How many nodes the region needs, and from what that follows")
    @APIResponse(responseCode = "200", description = "The region's load and the nodes desired; the same at every node")
    public Response read() {
        return Response.ok(answer()).header(HttpHeaders.CACHE_CONTROL, NOT_KEPT).build();
    }

    void inside(@Observes ManagementInterface management) {
        management
                .router()
                .get("/q/scaling")
                .handler(asked -> asked.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                        .putHeader(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                        .end(answer()));
    }

    private String answer() {
        return json(region, scaling.capacity(), scaling.signal()).toString();
    }

    static ObjectNode json(String region, Capacity capacity, Scaling.Signal signal) {
        var told = signal.region();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("region", region)
                .put("computedAt", told.at().toEpochMilli())
                .put("stale", signal.stale())
                .put("desired", signal.desired())
                .put("need", signal.need().nodes())
                .put("of", signal.need().of().word())
                .put("nodes", told.live().size());
        json.set("load", json(told.total()));
        json.set("node", json(signal.own()));
        json.putObject("perNode")
                .put("sockets", capacity.socketsPerNode())
                .put("beaconsPerSecond", capacity.beaconsPerSecondPerNode());
        return json.put("headroom", capacity.headroom())
                .put("min", capacity.min())
                .put("max", capacity.max());
    }

    private static ObjectNode json(Load load) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sockets", load.sockets())
                .put("beaconsPerSecond", rounded(load.beaconsPerSecond()))
                .put("inFlight", load.inFlight())
                .put("eventLoopDelayMillis", rounded(load.eventLoopDelayMillis()))
                .put("draining", load.draining());
    }

    private static double rounded(double figure) {
        return Math.round(figure * THOUSAND) / THOUSAND;
    }
}
