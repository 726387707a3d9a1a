package io.overture.ops;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.overture.document.Problem;
import io.overture.document.Query;
import io.overture.journal.Journal;
import io.overture.site.Sites;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What happened, read out: one JSON object a line, as {@code docs/journal.md} describes them. */
@Path("/v1/journal")
@Tag(name = "Journal")
public class JournalResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final long EVER = Long.MAX_VALUE / 2;

    /** A record, which is JSON already. */
    @RegisterForReflection
    public record Line(@JsonValue @JsonRawValue String json) {}

    private final Journal journal;
    private final JournalReaders readers;
    private final Sites sites;

    JournalResource(Journal journal, JournalReaders readers, Sites sites) {
        this.journal = journal;
        this.readers = readers;
        this.sites = sites;
    }

    @GET
    @RolesAllowed({"lead", "operator"})
    @Produces(NDJSON)
    @Operation(summary = "What happened: at a site, between two instants; or after a cursor, and on from there")
    @Parameter(name = "site", description = "Only of this site; with `after` it may be left out")
    @Parameter(
            name = "from",
            description = "First instant, epoch milliseconds",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
    @Parameter(
            name = "to",
            description = "Instant after the last, epoch milliseconds",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
    @Parameter(name = "after", description = "A cursor from an earlier answer, or `start`, or `end`")
    @Parameter(
            name = "follow",
            description = "With `after`: wait for what is yet to come, until the reader leaves",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(responseCode = "200", description = "One JSON object a line")
    @APIResponse(responseCode = "400", description = "No site was named, or what was asked for does not fit together")
    @APIResponse(responseCode = "404", description = "There is no such site")
    @APIResponse(responseCode = "503", description = "The store is away, or too many follow at this node")
    public Multi<Line> read(
            @RestQuery @Nullable String site,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String follow,
            @Context UriInfo asked) {
        long first = Query.number("from", from, 0);
        long last = Query.number("to", to, EVER);
        boolean follows = Query.flag("follow", follow);
        if (site != null && !site.isEmpty() && sites.find(site).isEmpty()) {
            throw new NotFoundException(Problem.answer(404, "There is no such site"));
        }
        // An empty one is none to JAX-RS, and a mistake to whoever reads on from a cursor.
        if (after != null || asked.getQueryParameters().containsKey("after")) {
            if (from != null || to != null) {
                throw Query.wrong("after", "Say either from when to when, by from and to, or after what, by after.");
            }
            return readers.read(after == null ? "" : after, site == null ? "" : site, follows);
        }
        if (follows) {
            throw Query.wrong("after", "Say after what to follow, by ?after=.");
        }
        if (site == null || site.isEmpty()) {
            throw Query.wrong("site", "Say which site, by ?site=.");
        }
        return journal.read(site, Instant.ofEpochMilli(first), Instant.ofEpochMilli(Math.min(last, EVER)))
                .map(Line::new);
    }
}
