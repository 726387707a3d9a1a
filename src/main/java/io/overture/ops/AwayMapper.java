package io.overture.ops;

import io.overture.document.Problem;
import io.overture.flow.Unavailable;
import io.overture.redis.StoreUnavailable;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What every door for people answers while the store is away: 503, and when to ask again. */
class AwayMapper {

    static final Duration RETRY = Duration.ofSeconds(2);

    @ServerExceptionMapper
    Response away(StoreUnavailable failure) {
        return answer("The store is away; ask again later", RETRY);
    }

    @ServerExceptionMapper
    Response away(Unavailable failure) {
        return answer("This cannot be done at the moment; ask again later", failure.retryAfter());
    }

    private static Response answer(String title, Duration retry) {
        return Response.fromResponse(Problem.answer(503, title))
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, retry.toSeconds()))
                .build();
    }
}
