package io.overture.passport;

import io.overture.flow.Unavailable;
import io.overture.redis.StoreUnavailable;
import io.overture.visitor.Beacon;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Passports, for the door at which visitors ask. Where the store is away both refuse: asking again is harmless. */
public final class Passports {

    private final Regions regions;
    private final Giving giving;
    private final Honouring honouring;
    private final PassportMeters meters;

    Passports(Regions regions, Giving giving, Honouring honouring, PassportMeters meters) {
        this.regions = regions;
        this.giving = giving;
        this.honouring = honouring;
        this.meters = meters;
    }

    public boolean isOn() {
        return regions.isOn();
    }

    /**
     * One to another region.
     *
     * @param session a digest
     * @param to null: the only other region there is
     */
    public Uni<Given> give(VisitorKey key, String session, @Nullable String to) {
        return giving.give(key, session, to)
                .onFailure(Passports::isAway)
                .recoverWithItem(new Given.Refused(Refusal.STORE))
                .map(meters::given);
    }

    /** One of another region; {@code session} is a digest. */
    public Uni<Honoured> honour(VisitorKey key, String session, Beacon.Standing standing, String token) {
        return honouring
                .honour(key, session, standing, token)
                .onFailure(Passports::isAway)
                .recoverWithItem(new Honoured.Refused(Refusal.STORE))
                .map(meters::honoured);
    }

    /** Counts a refusal that needed no look. */
    public Given refuseToGive(Refusal why) {
        return meters.given(new Given.Refused(why));
    }

    /** As {@link #refuseToGive}. */
    public Honoured refuseToHonour(Refusal why) {
        return meters.honoured(new Honoured.Refused(why));
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof StoreUnavailable || failure instanceof Unavailable;
    }
}
