package io.overture.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;

/**
 * Counts what the house's doors answered, by the first digit: whoever answers, be it the guard that asks the issuer of
 * tokens. The visitors' doors count for themselves.
 */
@ApplicationScoped
class HouseAnswers {

    private static final String DOORS = "/(?:v1/(?!beacons$|visitor$)|openapi).*";

    void count(@Observes Router router, MeterRegistry meters) {
        var answers = new Family(meters, "overture.house.answers", "What the house's doors answered", "status")
                .knowsEach(Stream.of("2xx", "3xx", "4xx", "5xx"));
        router.routeWithRegex(DOORS).order(Integer.MIN_VALUE).handler(asked -> {
            asked.addEndHandler(end -> answers.count(asked.response().getStatusCode() / 100 + "xx"));
            asked.next();
        });
    }
}
