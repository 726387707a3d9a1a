package io.overture.traffic;

import io.overture.document.Problem;
import io.overture.site.Sites;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What came to a site in the last hour, and what was refused and why. */
@Path("/v1/sites/{site}/traffic")
@Tag(name = "Operations")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class TrafficResource {

    private final Sites sites;
    private final Reporter reporter;
    private final Ledger ledger;
    private final InstantSource clock = InstantSource.system();

    TrafficResource(Sites sites, Reporter reporter, Ledger ledger) {
        this.sites = sites;
        this.reporter = reporter;
        this.ledger = ledger;
    }

    @GET
    @RolesAllowed({"lead", "operator"})
    @Operation(
            summary = "What came to a site in the last hour: events, currencies, origins, and what was refused and why")
    @APIResponse(responseCode = "200", description = "The region's counts, the same at every node within ten seconds")
    @APIResponse(responseCode = "404", description = "There is no such site")
    @APIResponse(responseCode = "503", description = "The store is away")
    public Uni<Response> read(@PathParam("site") String site) {
        if (sites.find(site).isEmpty()) {
            return Uni.createFrom().item(Problem.answer(404, "There is no such site"));
        }
        // What this node has counted itself is told before, so that whoever asks at the node he sent to sees it at
        // once.
        return reporter.tell(site)
                .chain(() -> ledger.read(site, clock.instant()))
                .map(told -> Response.ok(
                                TrafficJson.of(site, clock.instant(), told).toString(),
                                MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
