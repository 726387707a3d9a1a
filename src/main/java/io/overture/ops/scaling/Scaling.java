package io.overture.ops.scaling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What this node knows of its region: its own load and that of all, and how many nodes there should be. */
final class Scaling {

    /** After so long without news from Redis what is known is called stale. */
    static final Duration FRESH = Duration.ofSeconds(7);

    private final Capacity capacity;
    private final InstantSource clock;
    private Load own = Load.NONE;
    private Region region;
    private int desired;

    /**
     * @param own what this node carries
     * @param need what all of them need now, with the dimension that needs most
     * @param stale whether Redis has told nothing for a while, so that these are the last figures there were
     */
    record Signal(Region region, Load own, Capacity.Need need, int desired, boolean stale) {}

    Scaling(Capacity capacity, InstantSource clock, String self) {
        this.capacity = capacity;
        this.clock = clock;
        this.region = Region.unknown(self, Instant.EPOCH);
        this.desired = capacity.min();
    }

    /** Answers how many nodes are needed, before the bounds. */
    synchronized int carries(Load load) {
        own = load;
        return capacity.need(region.total()).nodes();
    }

    synchronized void learned(Region told) {
        region = told;
        desired = capacity.desired(region, false, desired);
    }

    synchronized Signal signal() {
        boolean stale = isStale();
        return new Signal(region, own, capacity.need(region.total()), capacity.desired(region, stale, desired), stale);
    }

    /** What may be acted on: nothing while it is stale. */
    synchronized Region region(String self) {
        return isStale() ? Region.unknown(self, region.at()) : region;
    }

    Capacity capacity() {
        return capacity;
    }

    private boolean isStale() {
        return region.at().plus(FRESH).isBefore(clock.instant());
    }
}
