package io.overture.passport;

import io.overture.document.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys by which other regions know what is ours. */
@Path(KeysDoor.PATH)
@Tag(name = "Passports")
@PermitAll
public class KeysDoor {

    static final String PATH = "/v1/passport/keys";

    private static final String KEY_SET = "application/jwk-set+json";

    private final Regions regions;

    KeysDoor(Regions regions) {
        this.regions = regions;
    }

    @GET
    @Produces({KEY_SET, Problem.MEDIA_TYPE})
    @Operation(summary = "This region's public keys, for the other regions (RFC 7517)")
    @APIResponse(responseCode = "200", description = "One key, or two while one follows the other")
    @APIResponse(responseCode = "404", description = "This region gives no passports")
    public Response read() {
        return regions.isOn()
                ? Response.ok(regions.keys().published(), KEY_SET)
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                        .build()
                : Problem.answer(Refusal.OFF.status(), Refusal.OFF.title());
    }
}
