package io.overture.client;

import io.overture.document.Mistake;
import io.overture.document.Problem;
import io.overture.store.StoreUnavailable;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers of those who were asked something they cannot do, as problem details of RFC 9457. */
public final class Problems {

    private static final int RETRY_SECONDS = 2;

    private Problems() {}

    public static Response of(int status, String title, List<Mistake> errors) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(title, status, List.copyOf(errors)))
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
