package io.overture.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** A body says what it is, or is not read: without a word JAX-RS takes it for whatever the door would like. */
class ContentTypeNeeded {

    private static final Set<String> WITH_A_BODY = Set.of("POST", "PUT", "PATCH");
    private static final String PROBLEM = "{\"title\":\"Say what the body is, by its Content-Type\",\"status\":415}";

    @ServerRequestFilter
    @Nullable
    Response check(ContainerRequestContext request) {
        if (!WITH_A_BODY.contains(request.getMethod()) || request.getHeaderString("Content-Type") != null) {
            return null;
        }
        return Response.status(415)
                .type("application/problem+json")
                .entity(PROBLEM)
                .build();
    }
}
