package io.overture.passport;

import io.overture.document.ContentType;
import io.overture.document.Problem;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Flow;
import io.overture.passport.Claims.WrongToken;
import io.overture.passport.Inspection.Found;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Where other regions tell what happened there to a visitor of ours. Their signature is all that lets them in. */
@Path(ReturnsDoor.PATH)
@Tag(name = "Passports")
@PermitAll
public class ReturnsDoor {

    static final String PATH = "/v1/passport/returns";
    static final String MEDIA_TYPE = "application/jwt";

    private static final int GONE = 410;

    private final Regions regions;
    private final Inspection inspection;
    private final Pseudonyms pseudonyms;
    private final Flow flow;
    private final PassportMeters meters;

    ReturnsDoor(Regions regions, Inspection inspection, Pseudonyms pseudonyms, Flow flow, PassportMeters meters) {
        this.regions = regions;
        this.inspection = inspection;
        this.pseudonyms = pseudonyms;
        this.flow = flow;
        this.meters = meters;
    }

    @POST
    @Consumes(MEDIA_TYPE)
    @Produces(Problem.MEDIA_TYPE)
    @Operation(summary = "Another region tells when a visitor of ours was invited there, and when they declined")
    @APIResponse(responseCode = "204", description = "It counts here now, or did before")
    @APIResponse(responseCode = "400", description = "That is no token of a region")
    @APIResponse(responseCode = "403", description = "It is not signed by a region we know, not for us, or too old")
    @APIResponse(responseCode = "404", description = "This region gives no passports")
    @APIResponse(responseCode = "410", description = "Nobody here is known by that name any more")
    @APIResponse(responseCode = "415", description = "It does not say that it is application/jwt")
    @APIResponse(responseCode = "503", description = "The store or the other region's keys are away: tell it again")
    public Uni<Response> take(@RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String type, @Nullable String token) {
        if (!regions.isOn()) {
            return Uni.createFrom().item(Problem.answer(Refusal.OFF.status(), Refusal.OFF.title()));
        }
        if (!ContentType.isTold(type)) {
            return Uni.createFrom().item(Problem.answer(415, Problem.UNTYPED));
        }
        return inspection.of(token == null ? "" : token, ReturnToken.TYPE).chain(found -> switch (found) {
            case Found.Refused(Refusal why) -> Uni.createFrom().item(refused(why));
            case Found.Right(String from, Claims claims) -> count(from, claims);
        });
    }

    private Uni<Response> count(String from, Claims claims) {
        ReturnToken told;
        try {
            told = ReturnToken.read(claims);
        } catch (WrongToken wrong) {
            return Uni.createFrom().item(refused(wrong.why()));
        }
        return pseudonyms
                .find(told.pseudonym())
                .chain(found -> found.filter(bearer -> bearer.region().equals(from))
                        .map(bearer -> flow.submit(
                                bearer.visitor(),
                                new Input.Returned(bearer.name(), told.invitedAt(), told.declinedAt())))
                        .orElseGet(() -> Uni.createFrom().item(Receipt.WITHHELD))
                        .map(this::answer));
    }

    private Response answer(Receipt receipt) {
        boolean isKnown = receipt != Receipt.WITHHELD;
        meters.counted(isKnown);
        return isKnown
                ? Response.noContent().build()
                : Problem.answer(GONE, "Nobody here is known by that name any more");
    }

    private Response refused(Refusal why) {
        meters.refused(why);
        // Too late is for whoever sends to say anew, with a newer signature; gone would be for good.
        var status = why == Refusal.EXPIRED ? Refusal.SIGNATURE.status() : why.status();
        var answer = Problem.answer(status, why.title());
        return why == Refusal.AWAY
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, 1)
                        .build()
                : answer;
    }
}
