package io.overture.passport;

import io.overture.client.PartnerKeys;
import io.overture.client.PartnerKeys.Verdict;
import io.overture.passport.Claims.WrongToken;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;

/** Looks at what another region signed: by which, for whom, until when. */
final class Inspection {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(800);

    /** Some two seconds in all, in which keys that were never fetched arrive. */
    private static final int TRIES = 5;

    private final Regions regions;
    private final InstantSource clock;

    Inspection(Regions regions, InstantSource clock) {
        this.regions = regions;
        this.clock = clock;
    }

    /** What was found of a token. */
    sealed interface Found {

        record Right(String from, Claims claims) implements Found {}

        record Refused(Refusal why) implements Found {}
    }

    /** @param type what the token must be */
    Uni<Found> of(String token, String type) {
        var from = PartnerKeys.claimedIssuer(token);
        if (from.isEmpty()) {
            return refused(Refusal.MALFORMED);
        }
        return regions.find(from.get())
                .map(partner -> verdict(partner.keys(), token, type).map(verdict -> found(from.get(), verdict)))
                .orElseGet(() -> refused(Refusal.UNKNOWN_REGION));
    }

    private Found found(String from, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Wrong wrong -> new Found.Refused(Refusal.SIGNATURE);
            case Verdict.Unknown unknown -> new Found.Refused(Refusal.AWAY);
            case Verdict.Holds holds -> {
                try {
                    yield new Found.Right(from, Claims.check(holds.payload(), regions.own(), clock.instant()));
                } catch (WrongToken wrong) {
                    yield new Found.Refused(wrong.why());
                }
            }
        };
    }

    private static Uni<Verdict> verdict(PartnerKeys keys, String token, String type) {
        return Uni.createFrom()
                .item(() -> keys.check(token, type))
                .onItem()
                .invoke(verdict -> {
                    if (verdict instanceof Verdict.Unknown) {
                        throw new NotYet();
                    }
                })
                .onFailure(NotYet.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(TRIES)
                .onFailure()
                .recoverWithItem(new Verdict.Unknown());
    }

    private static Uni<Found> refused(Refusal why) {
        return Uni.createFrom().item(new Found.Refused(why));
    }

    /** The keys are on their way. Ordinary, hence without a stack trace. */
    private static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYet() {
            super("not yet", null, false, false);
        }
    }
}
