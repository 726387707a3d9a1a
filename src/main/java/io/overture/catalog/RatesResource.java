package io.overture.catalog;

import io.overture.document.ContentType;
import io.overture.document.Errors;
import io.overture.document.Mistake;
import io.overture.document.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Exchange rates over HTTP; {@code docs/rates.md}. */
@Path("/v1/catalog/rates")
@Tag(name = "Catalogue")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class RatesResource {

    private final RatesInForce rates;

    RatesResource(RatesInForce rates) {
        this.rates = rates;
    }

    /**
     * A fixing.
     *
     * @param base ISO 4217
     * @param at its day
     * @param rates how much of each currency one unit of the base buys
     * @param stale whether it is more than a week older than the day that was asked for
     */
    @RegisterForReflection
    public record Answer(String base, String at, Map<String, BigDecimal> rates, boolean stale) {
        static Answer of(Fixing fixing, LocalDate day) {
            var rates = new TreeMap<String, BigDecimal>();
            fixing.rates().forEach((currency, rate) -> rates.put(currency.getCode(), rate));
            return new Answer(fixing.base().getCode(), fixing.at().toString(), rates, fixing.isStale(day));
        }
    }

    @GET
    @RolesAllowed({"lead", "operator", "shop"})
    @Operation(summary = "The rates that count today, or on a day: the last fixing on or before it")
    @APIResponse(
            responseCode = "200",
            description = "The fixing",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "What was asked for is no day such as 2026-08-13")
    @APIResponse(responseCode = "404", description = "There are no rates of that day or an earlier one")
    public Response read(@RestQuery @Nullable String at) {
        try {
            var day = at == null ? rates.day() : LocalDate.parse(at);
            return rates.on(day)
                    .map(fixing -> Response.ok(Answer.of(fixing, day), MediaType.APPLICATION_JSON)
                            .build())
                    .orElseGet(() -> Problem.answer(404, "There are no rates of that day or an earlier one"));
        } catch (DateTimeException e) {
            return Problem.answer(
                    400, "Not a day", List.of(new Mistake("/at", "This must be a day such as 2026-08-13.")));
        }
    }

    @PUT
    @RolesAllowed({"lead", "operator"})
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(summary = "Puts the rates of a day; as the European Central Bank's XML, of one or of many")
    @APIResponse(
            responseCode = "200",
            description = "They are kept; what counts today now",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "204", description = "They are kept, and are all of days to come")
    @APIResponse(responseCode = "400", description = "It is not valid, and nothing of it is kept: every error is told")
    @APIResponse(responseCode = "413", description = "It is larger than any such text may be")
    @APIResponse(responseCode = "415", description = "It is neither JSON nor XML, or does not say which")
    @APIResponse(responseCode = "503", description = "The store is away: put it again")
    public Uni<Response> put(@Context HttpHeaders headers, byte[] body) {
        if (!ContentType.isTold(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            return Uni.createFrom().item(Problem.answer(415, Problem.UNTYPED));
        }
        if (body.length > RatesReader.MOST_BYTES) {
            return Uni.createFrom()
                    .item(Problem.answer(413, "Rates have at most %d KiB".formatted(RatesReader.MOST_BYTES / 1024)));
        }
        var errors = new Errors();
        var fixings = headers.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)
                ? RatesReader.read(body, errors)
                : EcbReader.read(body, errors);
        return errors.isEmpty()
                ? rates.put(fixings).map(done -> inForce())
                : Uni.createFrom().item(Problem.answer(400, "Not valid rates", errors.inOrder()));
    }

    private Response inForce() {
        var fixing = rates.today();
        return fixing == null
                ? Response.noContent().build()
                : Response.ok(Answer.of(fixing, rates.day()), MediaType.APPLICATION_JSON)
                        .build();
    }
}
