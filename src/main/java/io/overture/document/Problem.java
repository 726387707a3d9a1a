package io.overture.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Problem details of RFC 9457, with everything that is wrong. */
@RegisterForReflection
public record Problem(
        String type,
        String title,
        int status,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mistake> errors) {

    /** Without a word JAX-RS takes a body for whatever the door would like. */
    public static final String UNTYPED = "Say what the body is, by its Content-Type";

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The type of a problem whose title says it all. */
    public static final String BLANK = "about:blank";

    public static Response answer(int status, String title, List<Mistake> errors) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem(BLANK, title, status, List.copyOf(errors)))
                .build();
    }

    public static Response answer(int status, String title) {
        return answer(status, title, List.of());
    }
}
