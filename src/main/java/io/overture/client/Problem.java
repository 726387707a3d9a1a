package io.overture.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.overture.store.StoreUnavailable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Problem details of RFC 9457, with everything that is wrong. */
@RegisterForReflection
public record Problem(
        String title,
        int status,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flaw> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int RETRY_SECONDS = 2;

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Response of(int status, String title, List<Flaw> errors) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem(title, status, errors))
                .build();
    }

    public static Response of(int status, String title) {
        return of(status, title, List.of());
    }

    /** The answer; when the store is away, word that it may be asked again. */
    public static Uni<Response> unlessAway(Uni<Response> answer) {
        return answer.onFailure(StoreUnavailable.class)
                .recoverWithItem(() -> Response.fromResponse(of(503, "The store is away; ask again later"))
                        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                        .build());
    }
}
