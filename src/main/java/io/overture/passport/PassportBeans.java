package io.overture.passport;

import io.overture.client.Clients;
import io.overture.flow.Flow;
import io.overture.flow.World;
import io.overture.redis.Lanes;
import io.overture.roster.Roster;
import io.overture.store.Homeward;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;

/** Passports, put together. */
@ApplicationScoped
class PassportBeans {

    static final InstantSource CLOCK = Clock.tickMillis(ZoneOffset.UTC);

    private static final int ID_BYTES = 16;

    /** A visit in the other region, and clocks. */
    private static final Duration LONG_VISIT = Duration.ofDays(1);

    private final SecureRandom random = new SecureRandom();

    @Produces
    @Singleton
    Pseudonyms pseudonyms(Lanes lanes, Regions regions) {
        return new Pseudonyms(lanes, this::id, regions.returnsAge().plus(LONG_VISIT));
    }

    @Produces
    @Singleton
    ReturnQueue queue(Lanes lanes, Regions regions) {
        return new ReturnQueue(lanes, CLOCK, regions.returnsAge());
    }

    @Produces
    @Singleton
    Homeward homeward(Regions regions, ReturnQueue queue, Pseudonyms pseudonyms) {
        return new HomewardQueue(regions, queue, pseudonyms);
    }

    @Produces
    @Singleton
    Inspection inspection(Regions regions) {
        return new Inspection(regions, CLOCK);
    }

    @Produces
    @Singleton
    Passports passports(
            Regions regions,
            Flow flow,
            World world,
            Clients clients,
            Roster roster,
            Pseudonyms pseudonyms,
            Inspection inspection,
            Lanes lanes,
            PassportMeters meters) {
        return new Passports(
                regions,
                new Giving(regions, flow, world, clients, roster, pseudonyms, CLOCK, this::id),
                new Honouring(inspection, new OneUse(lanes), flow, CLOCK),
                meters);
    }

    String id() {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
