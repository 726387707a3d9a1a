package io.overture.ops;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.document.Problem;
import io.overture.engine.Explanation;
import io.overture.engine.Input;
import io.overture.flow.Flow;
import io.overture.flow.Unavailable;
import io.overture.flow.World;
import io.overture.site.Site;
import io.overture.site.Sites;
import io.overture.visitor.Handle;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One visitor, by her handle: what is kept of her, why she was invited or left in peace, and her right to be forgotten. */
@Path("/v1/visitors/{handle}")
@Tag(name = "Visitors")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class VisitorResource {

    /** {@code visitor}: null when what is stored of her cannot be read. */
    private record Found(VisitorKey key, @Nullable Visitor visitor) {}

    private final Flow flow;
    private final World world;
    private final Sites sites;
    private final InstantSource clock = InstantSource.system();

    VisitorResource(Flow flow, World world, Sites sites) {
        this.flow = flow;
        this.world = world;
        this.sites = sites;
    }

    @GET
    @RolesAllowed("operator")
    @Operation(summary = "Everything that is kept of a visitor")
    @APIResponse(responseCode = "200", description = "Her memory, her session, and what is open with her")
    @APIResponse(responseCode = "400", description = "That is no handle")
    @APIResponse(responseCode = "404", description = "Nothing is kept of her")
    @APIResponse(responseCode = "503", description = "The store is away, or what it has of her cannot be read")
    public Uni<Response> kept(@PathParam("handle") String handle, @QueryParam("site") @Nullable String site) {
        return read(handle, site, (key, visitor) -> json(KeptJson.of(key, visitor)));
    }

    @DELETE
    @RolesAllowed("operator")
    @Operation(summary = "Forgets a visitor: everything kept of her, and her link to the journal")
    @APIResponse(responseCode = "204", description = "Forgotten, here and soon at the desk")
    @APIResponse(responseCode = "400", description = "That is no handle")
    @APIResponse(responseCode = "404", description = "Nothing is kept of her")
    @APIResponse(responseCode = "503", description = "The store is away: ask again")
    public Uni<Response> erase(@PathParam("handle") String handle, @QueryParam("site") @Nullable String site) {
        return with(
                handle,
                site,
                found -> flow.submit(found.key(), new Input.Erased())
                        .map(receipt -> Response.noContent().build()));
    }

    @GET
    @Path("/explain")
    @RolesAllowed({"advisor", "lead", "operator", "boutique"})
    @Operation(summary = "Which conditions hold for a visitor, since or from when, and why nothing was offered")
    @APIResponse(responseCode = "200", description = "The whole book as it stands with her now")
    @APIResponse(responseCode = "400", description = "That is no handle")
    @APIResponse(responseCode = "404", description = "Nothing is kept of her")
    @APIResponse(responseCode = "503", description = "The store is away, or what it has of her cannot be read")
    public Uni<Response> explain(@PathParam("handle") String handle, @QueryParam("site") @Nullable String site) {
        return read(handle, site, (key, visitor) -> {
            var facts = world.facts(key);
            var explained = Explanation.of(visitor, clock.instant(), facts);
            return json(ExplanationJson.of(key, explained, facts.book()));
        });
    }

    private Uni<Response> read(String handle, @Nullable String site, BiFunction<VisitorKey, Visitor, Response> then) {
        return with(handle, site, found -> {
            var visitor = found.visitor();
            return Uni.createFrom().item(visitor == null ? unreadable() : then.apply(found.key(), visitor));
        });
    }

    private Uni<Response> with(String handle, @Nullable String site, Function<Found, Uni<Response>> then) {
        if (!Handle.isValid(handle)) {
            return Uni.createFrom()
                    .item(Problem.answer(400, "A handle is two hex digits and 22 characters of base64url"));
        }
        return find(new Handle(handle), keys(site))
                .chain(found -> found.isPresent()
                        ? then.apply(found.get())
                        : Uni.createFrom().item(Problem.answer(404, "Nothing is kept of this visitor")));
    }

    private List<String> keys(@Nullable String site) {
        return site == null
                ? sites.all().stream().map(Site::key).sorted().toList()
                : sites.find(site).map(Site::key).stream().toList();
    }

    /** The first site that has her. */
    private Uni<Optional<Found>> find(Handle handle, List<String> among) {
        if (among.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var key = new VisitorKey(among.getFirst(), handle);
        return flow.look(key)
                .map(visitor -> visitor.filter(VisitorResource::isKnown).map(known -> new Found(key, known)))
                .onFailure(failure -> failure instanceof Unavailable unavailable && unavailable.isUnreadable())
                .recoverWithItem(() -> Optional.of(new Found(key, null)))
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found)
                        : find(handle, among.subList(1, among.size())));
    }

    /** What is left of somebody forgotten is that she is to be forgotten. */
    private static boolean isKnown(Visitor visitor) {
        return !visitor.memory().journalId().isEmpty();
    }

    private static Response json(ObjectNode node) {
        return Response.ok(node.toString(), MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Another node may be of the release that wrote it. */
    private static Response unreadable() {
        return Response.fromResponse(
                        Problem.answer(503, "What is stored of this visitor cannot be read; it can be erased"))
                .header(HttpHeaders.RETRY_AFTER, AwayMapper.RETRY.toSeconds())
                .build();
    }
}
