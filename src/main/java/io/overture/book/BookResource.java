package io.overture.book;

import io.overture.document.ContentType;
import io.overture.document.Format;
import io.overture.document.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The trigger book over HTTP: to read, and to try a change before it goes live. */
@Path("/v1/book")
@Tag(name = "Trigger book")
public class BookResource {

    private static final String YAML = "application/yaml";
    private static final String OLD_YAML = "application/x-yaml";
    private static final String TEXT_YAML = "text/yaml";

    /** A text that is a book, and how many triggers it has. */
    @RegisterForReflection
    public record Valid(boolean valid, int triggers) {}

    private final Books books;

    BookResource(Books books) {
        this.books = books;
    }

    @GET
    @RolesAllowed({"lead", "operator"})
    @Produces({YAML, MediaType.APPLICATION_JSON})
    @Operation(summary = "The book in force, as it was written")
    @APIResponse(responseCode = "200", description = "Its text; the ETag is its digest")
    @APIResponse(responseCode = "304", description = "The one you have, by If-None-Match, is still in force")
    public Response inForce(@Context Request request) {
        var book = books.asWritten();
        var tag = new EntityTag(book.digest());
        var unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.tag(tag).build()
                : Response.ok(book.text(), MediaType.valueOf(book.mediaType()).withCharset("utf-8"))
                        .tag(tag)
                        .build();
    }

    @POST
    @Path("/validate")
    @RolesAllowed("lead")
    @Consumes({YAML, OLD_YAML, TEXT_YAML, MediaType.APPLICATION_JSON})
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @RunOnVirtualThread
    @Operation(summary = "Whether a text is a valid book; changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "It is",
            content = @Content(schema = @Schema(implementation = Valid.class)))
    @APIResponse(
            responseCode = "400",
            description = "It is not: every error with its pointer",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "413", description = "It is larger than any book may be")
    public Response validate(InputStream body, @Context HttpHeaders headers) throws IOException {
        if (!ContentType.isTold(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            return Problem.answer(415, Problem.UNTYPED);
        }
        var text = body.readNBytes(BookReader.MOST_BYTES + 1);
        if (text.length > BookReader.MOST_BYTES) {
            return Problem.answer(413, "A book has at most %d KiB".formatted(BookReader.MOST_BYTES / 1024));
        }
        return switch (books.read(text, format(headers.getMediaType()))) {
            case Reading.Valid(var book) ->
                Response.ok(new Valid(true, book.triggers().size()), MediaType.APPLICATION_JSON)
                        .build();
            case Reading.Invalid(var errors) -> Problem.answer(400, "Not a valid trigger book", errors);
        };
    }

    private static Format format(MediaType sent) {
        return sent.isCompatible(MediaType.APPLICATION_JSON_TYPE) ? Format.JSON : Format.YAML;
    }
}
