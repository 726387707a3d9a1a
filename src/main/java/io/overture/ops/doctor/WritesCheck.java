package io.overture.ops.doctor;

import io.overture.redis.StoreHealth;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Whether Redis takes what is written to it. */
@Singleton
final class WritesCheck implements Check {

    private static final String AWAY = "docs/operations.md#overtureredisaway";
    private static final String SEE = "docs/operations.md#redis-what-each-choice-can-lose";

    private final StoreHealth store;

    WritesCheck(StoreHealth store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "redis.writes";
    }

    @Override
    public Uni<List<Finding>> look() {
        return Uni.createFrom().item(List.of(finding()));
    }

    private Finding finding() {
        if (!store.reachable()) {
            return Finding.fail(id(), "Redis does not answer, and takes nothing", AWAY);
        }
        return store.refusesWrites()
                .map(refusal -> Finding.fail(id(), "Redis refuses what is written: " + refusal.word(), SEE))
                .orElseGet(() -> Finding.ok(id(), "Redis takes what is written", SEE));
    }
}
