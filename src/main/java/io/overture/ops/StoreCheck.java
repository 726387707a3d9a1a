package io.overture.ops;

import io.overture.redis.Reason;
import io.overture.redis.Room;
import io.overture.redis.StoreHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.DoubleSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * A node is ready once Redis has answered it. When Redis goes away later it stays ready, though degraded: its sockets are
 * worth keeping, what it cannot take it refuses, and it recovers by itself. So it does when Redis refuses to write, which
 * its state then says by its reason. While draining Quarkus says it is not; a node
 * without a valid book or valid sites does not come up at all.
 */
@Startup
@Readiness
@ApplicationScoped
class StoreCheck implements HealthCheck {

    private final StoreHealth store;
    private final DoubleSupplier used;

    @Inject
    StoreCheck(StoreHealth store, Room room) {
        this(store, room::used);
    }

    StoreCheck(StoreHealth store, DoubleSupplier used) {
        this.store = store;
        this.used = used;
    }

    @Override
    public HealthCheckResponse call() {
        var state = state();
        return HealthCheckResponse.named("store")
                .withData("state", state)
                .withData("memory", used.getAsDouble() >= Room.TIGHT ? "tight" : "enough")
                .status(!state.equals("never_reached"))
                .build();
    }

    private String state() {
        if (!store.everReached()) {
            return "never_reached";
        }
        if (!store.reachable()) {
            return "degraded";
        }
        return store.refusesWrites().map(Reason::word).orElse("reachable");
    }
}
