package io.overture.roster;

import io.overture.document.ContentType;
import io.overture.document.Document;
import io.overture.document.Format;
import io.overture.document.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The desks over HTTP. */
@Path("/v1/desks")
@Tag(name = "Desks")
public class DesksResource {

    private static final String YAML = "application/yaml";
    private static final String OLD_YAML = "application/x-yaml";
    private static final String TEXT_YAML = "text/yaml";

    private final DesksInForce desks;

    DesksResource(DesksInForce desks) {
        this.desks = desks;
    }

    @GET
    @RolesAllowed({"advisor", "lead", "operator"})
    @Produces({YAML, MediaType.APPLICATION_JSON})
    @Operation(summary = "The desks in force: as they were written; for an advisor as JSON, without webhooks")
    @APIResponse(responseCode = "200", description = "Their text; the ETag is its digest")
    @APIResponse(responseCode = "304", description = "Those you have, by If-None-Match, are still in force")
    public Response inForce(@Context Request request, @Context SecurityContext caller) {
        var written = desks.asWritten();
        boolean whole = caller.isUserInRole("lead") || caller.isUserInRole("operator");
        var tag = new EntityTag(whole ? written.digest() : written.digest() + "-advisor");
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        var answer = whole
                ? Response.ok(
                        written.text(),
                        MediaType.valueOf(written.format().mediaType()).withCharset("utf-8"))
                : Response.ok(AdvisorsView.of(written), MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"));
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    @PUT
    @RolesAllowed({"lead", "operator"})
    @Consumes({YAML, OLD_YAML, TEXT_YAML, MediaType.APPLICATION_JSON})
    @Produces(Problem.MEDIA_TYPE)
    @Operation(summary = "Puts other desks in force: here at once, at every node within two seconds")
    @APIResponse(responseCode = "204", description = "In force; the ETag is their digest")
    @APIResponse(
            responseCode = "400",
            description = "Not valid, and nothing has changed: every error with its pointer",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "412", description = "By If-Match, somebody else has put others since you looked")
    @APIResponse(responseCode = "413", description = "Larger than any such text may be")
    @APIResponse(responseCode = "503", description = "The store is away: put it again")
    public Uni<Response> put(
            byte[] text, @Context HttpHeaders headers, @HeaderParam("If-Match") @Nullable String ifMatch) {
        if (!ContentType.isTold(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            return Uni.createFrom().item(Problem.answer(415, Problem.UNTYPED));
        }
        if (text.length > Document.MOST_BYTES) {
            return Uni.createFrom()
                    .item(Problem.answer(413, "Desks have at most %d KiB".formatted(Document.MOST_BYTES / 1024)));
        }
        return desks.put(text, format(headers.getMediaType()), seen(ifMatch)).map(DesksResource::answer);
    }

    private static Response answer(DesksInForce.Put put) {
        return switch (put) {
            case DesksInForce.Put.Done(var desks) ->
                Response.noContent().tag(new EntityTag(desks.digest())).build();
            case DesksInForce.Put.Wrong(var mistakes) -> Problem.answer(400, "Not valid desks", mistakes);
            case DesksInForce.Put.Overtaken() -> Problem.answer(412, "Somebody else has put other desks since");
        };
    }

    /** The star is content with whatever there is. */
    private static Optional<String> seen(@Nullable String ifMatch) {
        return Optional.ofNullable(ifMatch)
                .map(String::strip)
                .filter(tag -> !tag.equals("*"))
                .map(tag -> tag.replace("\"", ""));
    }

    private static Format format(MediaType sent) {
        return sent.isCompatible(MediaType.APPLICATION_JSON_TYPE) ? Format.JSON : Format.YAML;
    }
}
