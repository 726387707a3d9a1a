package io.overture.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem details of RFC 9457, with everything that is wrong.
 *
 * @param requestId of the request it answers; null until it is told to somebody
 */
@RegisterForReflection
public record Problem(
        String type,
        String title,
        int status,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mistake> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String requestId) {

    /** Without a word JAX-RS takes a body for whatever the door would like. */
    public static final String UNTYPED = "Say what the body is, by its Content-Type: one type, in UTF-8";

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The type of a problem whose title says it all. */
    public static final String BLANK = "about:blank";

    public static Response answer(int status, String title, List<Mistake> errors) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem(BLANK, title, status, List.copyOf(errors), null))
                .build();
    }

    public Problem answering(@Nullable String request) {
        return new Problem(type, title, status, errors, request);
    }

    public static Response answer(int status, String title) {
        return answer(status, title, List.of());
    }
}
