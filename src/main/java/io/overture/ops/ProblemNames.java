package io.overture.ops;

import io.overture.document.Problem;
import io.overture.wire.RequestId;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Every problem of the doors for people says which request it answers. */
class ProblemNames {

    private final CurrentVertxRequest current;

    ProblemNames(CurrentVertxRequest current) {
        this.current = current;
    }

    @ServerResponseFilter
    void name(ContainerResponseContext answer) {
        var request = current.getCurrent();
        if (request != null && answer.getEntity() instanceof Problem problem) {
            answer.setEntity(problem.answering(RequestId.of(request.response())));
        }
    }
}
