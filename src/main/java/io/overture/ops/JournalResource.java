package io.overture.ops;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.overture.document.Problem;
import io.overture.store.Journal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    JournalResource(Journal journal) {
        this.journal = journal;
    }

    @GET
    @RolesAllowed({"lead", "operator"})
    @Produces(NDJSON)
    @Operation(summary = "What happened at a site, in order")
    @APIResponse(responseCode = "200", description = "One JSON object a line")
    @APIResponse(responseCode = "400", description = "No site was named")
    public Multi<Line> read(
            @RestQuery @Nullable String site, @RestQuery @Nullable Long from, @RestQuery @Nullable Long to) {
        if (site == null || site.isEmpty()) {
            throw new BadRequestException(Problem.answer(400, "Say which site, by ?site="));
        }
        return journal.read(
                        site,
                        Instant.ofEpochMilli(from == null ? 0 : from),
                        Instant.ofEpochMilli(to == null ? EVER : Math.min(to, EVER)))
                .map(Line::new);
    }
}
