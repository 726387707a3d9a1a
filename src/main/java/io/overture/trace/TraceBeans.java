package io.overture.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Traces as they are configured; off, nothing of OpenTelemetry is made. */
@ApplicationScoped
class TraceBeans {

    private static final String SCOPE = "io.overture";

    @Produces
    @Singleton
    Traces traces(
            Instance<OpenTelemetry> telemetry,
            TraceConfig config,
            DerivedIds ids,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean isOff) {
        if (!(config.share() >= 0 && config.share() <= 1)) {
            throw new ConfigurationException("overture.trace.share must be between 0 and 1");
        }
        return isOff || config.share() == 0
                ? Traces.OFF
                : new Traces(telemetry.get().getTracer(SCOPE), ids, config.share(), InstantSource.system());
    }
}
