package io.overture.ops.scaling;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;

/** The scaling signal once more, for those who scale by Prometheus. */
@ApplicationScoped
class ScalingMeters {

    void register(@Observes StartupEvent started, MeterRegistry meters, Scaling scaling, ScalingConfig config) {
        Gauge.builder("overture.scaling.max", config, ScalingConfig::max)
                .description("Never more nodes are desired than this")
                .register(meters);
        gauge(meters, scaling, "overture.scaling.desired", "Nodes the region should have", Scaling.Signal::desired);
        gauge(
                meters,
                scaling,
                "overture.scaling.need",
                "Nodes the region's load needs now",
                signal -> signal.need().nodes());
        gauge(
                meters,
                scaling,
                "overture.scaling.stale",
                "Whether Redis has told nothing lately",
                signal -> signal.stale() ? 1 : 0);
        gauge(
                meters,
                scaling,
                "overture.load.beacons",
                "Beacons a second at this node, smoothed",
                signal -> signal.own().beaconsPerSecond());
        gauge(
                meters,
                scaling,
                "overture.load.in.flight",
                "Inputs under way at this node",
                signal -> signal.own().inFlight());
        gauge(
                meters,
                scaling,
                "overture.load.event.loop.delay",
                "Longest wait for an event loop lately, ms",
                signal -> signal.own().eventLoopDelayMillis());
    }

    private static void gauge(
            MeterRegistry meters,
            Scaling scaling,
            String name,
            String description,
            ToDoubleFunction<Scaling.Signal> figure) {
        Gauge.builder(name, scaling, it -> figure.applyAsDouble(it.signal()))
                .description(description)
                .register(meters);
    }
}
