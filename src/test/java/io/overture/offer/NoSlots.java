package io.overture.offer;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;

/** A house without desks: no offer needs a slot. */
public class NoSlots implements Slots {

    @Override
    public Uni<Boolean> hold(Wish wish) {
        return Uni.createFrom().item(false);
    }

    @Override
    public Uni<Void> keep(String offer, Instant until) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> release(String offer) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public boolean haveDesks() {
        return false;
    }

    @Override
    public boolean areNeeded() {
        return false;
    }

    @Override
    public void considered(String tier, BigDecimal weight) {}
}
