package io.overture.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.overture.intake.PassportReader.Shown;
import io.overture.intake.PassportReader.Wish;
import io.overture.passport.Given;
import io.overture.passport.Honoured;
import io.overture.passport.Passports;
import io.overture.passport.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where a page of a shop asks for a passport at its visitor's wish, and shows one of another region. Who speaks is said as in
 * a beacon; {@code docs/regions.md}.
 */
@Path(PassportDoor.PATH)
@Tag(name = "Passports")
@PermitAll
@Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
@Produces({MediaType.APPLICATION_JSON, PassportAnswer.PROBLEM})
public class PassportDoor {

    static final String PATH = "/v1/passport";

    private final Passports passports;
    private final Reception reception;
    private final Rates rates;
    private final Callers callers;
    private final InstantSource clock = InstantSource.system();

    PassportDoor(Passports passports, Reception reception, Rates rates, Callers callers) {
        this.passports = passports;
        this.reception = reception;
        this.rates = rates;
        this.callers = callers;
    }

    @POST
    @Operation(summary = "A passport to another region, at the visitor's wish")
    @APIResponse(responseCode = "200", description = "passport: a compact JWS, and when it expires")
    @APIResponse(responseCode = "400", description = "Every error with its pointer, or no such region")
    @APIResponse(responseCode = "403", description = "No consent, no visit, or not from a page of the site")
    @APIResponse(responseCode = "404", description = "This region gives no passports")
    @APIResponse(responseCode = "413", description = "It is larger than any wish may be")
    @APIResponse(responseCode = "415", description = "It is neither application/json nor text/plain")
    @APIResponse(responseCode = "429", description = "Too many at once")
    @APIResponse(responseCode = "503", description = "The store is away")
    public Uni<Response> give(@Context HttpServerRequest request, byte[] body) {
        return asked(
                request,
                body,
                PassportReader::wish,
                Wish::speaker,
                passports::refuseToGive,
                (wish, guest, answer) -> passports
                        .give(guest.key(), guest.session(), wish.to())
                        .chain(given -> switch (given) {
                            case Given.Refused(Refusal why) -> answer.refused(why);
                            case Given.Signed signed ->
                                answer.json(JsonNodeFactory.instance
                                        .objectNode()
                                        .put("passport", signed.token())
                                        .put("expires", signed.expires().toEpochMilli()));
                        }));
    }

    @POST
    @Path("/honour")
    @Operation(summary = "Shows a passport of another region: it holds for this session")
    @APIResponse(responseCode = "204", description = "Honoured")
    @APIResponse(responseCode = "400", description = "Every error with its pointer, or no passport")
    @APIResponse(
            responseCode = "403",
            description =
                    "No consent, an unknown region, a wrong signature, for another region, or not from a page of the site")
    @APIResponse(responseCode = "404", description = "This region honours no passports")
    @APIResponse(responseCode = "409", description = "It has been used")
    @APIResponse(responseCode = "410", description = "It has expired")
    @APIResponse(responseCode = "413", description = "It is larger than any passport may be")
    @APIResponse(responseCode = "415", description = "It is neither application/json nor text/plain")
    @APIResponse(responseCode = "429", description = "Too many at once")
    @APIResponse(responseCode = "503", description = "The store, or the other region's keys, cannot be had now")
    public Uni<Response> honour(@Context HttpServerRequest request, byte[] body) {
        return asked(
                request,
                body,
                PassportReader::shown,
                Shown::speaker,
                passports::refuseToHonour,
                (shown, guest, answer) -> passports
                        .honour(guest.key(), guest.session(), guest.standing(), shown.passport())
                        .chain(honoured -> switch (honoured) {
                            case Honoured.Refused(Refusal why) -> answer.refused(why);
                            case Honoured.Done done -> answer.empty();
                        }));
    }

    @OPTIONS
    @Operation(hidden = true)
    public Uni<Response> ask(@Context HttpServerRequest request) {
        var answer = new PassportAnswer(request);
        return passports.isOn() ? answer.preflight() : answer.refused(Refusal.OFF);
    }

    @OPTIONS
    @Path("/honour")
    @Operation(hidden = true)
    public Uni<Response> askToHonour(@Context HttpServerRequest request) {
        var answer = new PassportAnswer(request);
        return passports.isOn() ? answer.preflight() : answer.refused(Refusal.OFF);
    }

    /** What is done for somebody who may speak, and may be known. */
    private interface Act<T> {
        Uni<Response> of(T asked, Guest guest, PassportAnswer answer);
    }

    /** @param refused hears why it is not done */
    private <T> Uni<Response> asked(
            HttpServerRequest request,
            byte[] body,
            BiFunction<byte[], Instant, Decoded<T>> reader,
            Function<T, Speaker> speaker,
            Consumer<Refusal> refused,
            Act<T> act) {
        var answer = new PassportAnswer(request);
        if (!passports.isOn()) {
            return answer.refused(Refusal.OFF);
        }
        return checked(answer, body, reader, asked -> {
            var who = speaker.apply(asked);
            return admitted(answer, request, who, body.length, admitted -> {
                if (!mayBeKnown(answer, who)) {
                    refused.accept(Refusal.CONSENT);
                    return answer.refused(Refusal.CONSENT);
                }
                return act.of(asked, reception.greet(admitted), answer);
            });
        });
    }

    private <T> Uni<Response> checked(
            PassportAnswer answer,
            byte[] body,
            BiFunction<byte[], Instant, Decoded<T>> reader,
            Function<T, Uni<Response>> then) {
        if (body.length > Body.MOST_BYTES) {
            return answer.problem(413, "At most %d bytes".formatted(Body.MOST_BYTES));
        }
        return switch (reader.apply(body, clock.instant())) {
            case Decoded.Invalid<T> invalid -> answer.invalid(invalid.flaws());
            case Decoded.Valid<T>(T value) -> then.apply(value);
        };
    }

    private Uni<Response> admitted(
            PassportAnswer answer,
            HttpServerRequest request,
            Speaker speaker,
            int bytes,
            Function<Reception.Admitted, Uni<Response>> then) {
        var admitted = reception.admit(speaker, request.getHeader("Origin"));
        if (admitted.isEmpty()) {
            return answer.problem(403, "This origin may not speak for this site");
        }
        return rates.passport(admitted.get().key(), callers.address(request), bytes)
                ? then.apply(admitted.get())
                : answer.tooFast();
    }

    /** Global Privacy Control is a word against it. */
    private static boolean mayBeKnown(PassportAnswer answer, Speaker speaker) {
        var consent = speaker.consent();
        return consent.analyticsStorage() && consent.personalizationStorage() && !answer.asksForPrivacy();
    }
}
