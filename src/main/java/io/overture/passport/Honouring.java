package io.overture.passport;

import io.overture.engine.Input;
import io.overture.flow.Flow;
import io.overture.passport.Claims.WrongToken;
import io.overture.passport.Inspection.Found;
import io.overture.visitor.Beacon;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;

/** Makes the passports of other regions part of sessions here. */
final class Honouring {

    private final Inspection inspection;
    private final OneUse uses;
    private final Flow flow;
    private final InstantSource clock;

    Honouring(Inspection inspection, OneUse uses, Flow flow, InstantSource clock) {
        this.inspection = inspection;
        this.uses = uses;
        this.flow = flow;
        this.clock = clock;
    }

    Uni<Honoured> honour(VisitorKey key, String session, Beacon.Standing standing, String token) {
        return inspection.of(token, PassportToken.TYPE).chain(found -> switch (found) {
            case Found.Refused(Refusal why) -> refused(why);
            case Found.Right(String from, Claims claims) -> honour(key, session, standing, from, claims);
        });
    }

    private Uni<Honoured> honour(VisitorKey key, String session, Beacon.Standing standing, String from, Claims claims) {
        try {
            var now = clock.instant();
            var passport = PassportToken.read(claims, from, now);
            var left = Duration.between(now, claims.until());
            return uses.take(from, claims.id(), key.member() + " " + session, left)
                    .chain(isFirst -> isFirst
                            ? flow.submit(key, new Input.Honoured(session, standing, passport))
                                    .map(receipt -> switch (receipt) {
                                        case TAKEN, REPEATED -> new Honoured.Done();
                                        default -> new Honoured.Refused(Refusal.CONSENT);
                                    })
                            : refused(Refusal.USED));
        } catch (WrongToken wrong) {
            return refused(wrong.why());
        }
    }

    private static Uni<Honoured> refused(Refusal why) {
        return Uni.createFrom().item(new Honoured.Refused(why));
    }
}
