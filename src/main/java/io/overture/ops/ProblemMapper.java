package io.overture.ops;

import io.overture.document.Problem;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the doors for people answer where no code of theirs was reached: a problem like any other. */
class ProblemMapper {

    @ServerExceptionMapper
    Response missing(NotFoundException failure) {
        return failure.getResponse().hasEntity() ? failure.getResponse() : Problem.answer(404, "There is nothing here");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        return Problem.answer(403, "Your role does not allow this");
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException failure) {
        var response = failure.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        var problem = Response.fromResponse(
                Problem.answer(response.getStatus(), response.getStatusInfo().getReasonPhrase()));
        response.getHeaders().forEach((name, values) -> values.forEach(value -> problem.header(name, value)));
        return problem.build();
    }
}
