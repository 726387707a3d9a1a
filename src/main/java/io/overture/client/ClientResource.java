package io.overture.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.overture.client.Clients.Expected;
import io.overture.client.Clients.Kept;
import io.overture.client.Clients.Written;
import io.overture.document.ContentType;
import io.overture.document.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** What the house knows of a client, over HTTP; {@code docs/clients.md}. Advisors read her dossier instead. */
@Path("/v1/clients/{id}")
@Tag(name = "Clients")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class ClientResource {

    static final int MOST_BYTES = 256 * 1024;

    private final Clients clients;
    private final InstantSource clock = InstantSource.system();

    ClientResource(Clients clients) {
        this.clients = clients;
    }

    @GET
    @RolesAllowed({"lead", "operator"})
    @Operation(summary = "What the house knows of a client")
    @APIResponse(responseCode = "200", description = "Her record; the ETag is its version")
    @APIResponse(responseCode = "404", description = "Nothing is known of her")
    @APIResponse(responseCode = "503", description = "The store is away")
    public Uni<Response> read(@PathParam("id") String id) {
        return clients.read(id)
                .map(found -> found.map(kept -> answer(200, kept))
                        .orElseGet(() -> Problem.answer(404, "Nothing is known of this client")));
    }

    @PUT
    @RolesAllowed({"lead", "operator", "shop"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Puts what the house says of a client; lists of what happened stay when they are not mentioned")
    @APIResponse(responseCode = "200", description = "Her record as it is now")
    @APIResponse(responseCode = "201", description = "The same; there was none before")
    @APIResponse(responseCode = "400", description = "It is not valid: every error with its pointer")
    @APIResponse(responseCode = "412", description = "The record is not the one you changed")
    @APIResponse(responseCode = "413", description = "It is larger than any record may be")
    @APIResponse(responseCode = "415", description = "It does not say that it is application/json")
    @APIResponse(responseCode = "503", description = "The store is away: put it again")
    public Uni<Response> put(
            @PathParam("id") String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            byte[] body) {
        if (!ContentType.isTold(type)) {
            return Uni.createFrom().item(Problem.answer(415, Problem.UNTYPED));
        }
        if (body.length > MOST_BYTES) {
            return Uni.createFrom()
                    .item(Problem.answer(413, "A record has at most %d KiB".formatted(MOST_BYTES / 1024)));
        }
        var form = JsonBody.read(body, MOST_BYTES).knowsOnly(RecordReader.FIELDS);
        check(id, form);
        var reader = new RecordReader(form);
        var profile = reader.profile();
        reader.history(History.NONE);
        if (!form.flaws().isEmpty()) {
            return Uni.createFrom().item(Problem.answer(400, "Not a valid client record", form.flaws()));
        }
        return clients.put(
                        id,
                        expected(ifMatch, ifNoneMatch),
                        had -> had.with(profile).with(reader::history))
                .map(ClientResource::answer);
    }

    @DELETE
    @RolesAllowed("operator")
    @Operation(
            summary = "Erases a client: her record, her browsers, her conversations, and the advisors' tasks about her")
    @APIResponse(responseCode = "200", description = "Erased, or never known: how much of each kind")
    @APIResponse(responseCode = "412", description = "The record is not the one you meant")
    @APIResponse(responseCode = "503", description = "The store is away: ask again")
    public Uni<Response> erase(@PathParam("id") String id, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return clients.delete(id, expected(ifMatch, null))
                .map(erased -> erased.map(this::receipt).orElseGet(ClientResource::changedMeanwhile));
    }

    /** Every kind is there, so that nothing erased is told from nothing said. */
    private Response receipt(Erasure erasure) {
        var json = JsonNodeFactory.instance.objectNode();
        var erased = json.putObject("erased");
        for (var kind : Erasure.Kind.values()) {
            erased.put(kind.word(), erasure.of(kind));
        }
        json.put("marksUntil", clock.instant().plus(erasure.marks()).toEpochMilli());
        return Response.ok(json.toString(), MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static void check(String id, Form form) {
        if (id.length() > Bounds.ID) {
            form.flaw("id", "An id has at most %d characters.".formatted(Bounds.ID));
        }
        var said = form.text("id", Bounds.ID);
        if (said != null && !said.isEmpty() && !said.equals(id)) {
            form.flaw("id", "This is not the client the address names.");
        }
    }

    /** RFC 9110: {@code "a", "b"} or {@code *}. A weak tag never matches here. */
    private static Expected expected(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch != null) {
            return new Expected.Version(Arrays.stream(ifMatch.split(","))
                    .map(tag -> tag.strip().replaceAll("^\"|\"$", ""))
                    .collect(Collectors.toUnmodifiableSet()));
        }
        return "*".equals(ifNoneMatch) ? new Expected.Nothing() : new Expected.Anything();
    }

    private static Response answer(Written written) {
        return switch (written) {
            case Written.Done(var kept, var created) -> answer(created ? 201 : 200, kept);
            case Written.Refused refused -> changedMeanwhile();
        };
    }

    private static Response changedMeanwhile() {
        return Problem.answer(412, "The record is not the one this change rests on");
    }

    private static Response answer(int status, Kept kept) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .entity(RecordJson.of(kept.record()).toString())
                .tag(new EntityTag(kept.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
