package io.overture.ops;

import io.overture.push.Departure;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A node that an operator drains gets nobody new from the ingress, though it runs on. */
@Readiness
@ApplicationScoped
class DrainCheck implements HealthCheck {

    private final Departure departure;

    DrainCheck(Departure departure) {
        this.departure = departure;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("serving")
                .status(departure.stage() == Departure.Stage.SERVING)
                .build();
    }
}
