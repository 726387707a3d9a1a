package io.overture.store;

import io.overture.visitor.Passport;
import io.overture.visitor.Passport.InForce;
import io.overture.visitor.Passport.OwnAdvisor;

/** What another region says of the visitor. */
final class StoredPassport {

    private static final Shape<OwnAdvisor> ADVISOR = row -> {
        row.open(2);
        var name = row.text(OwnAdvisor::name);
        var desk = row.text(OwnAdvisor::desk);
        return row.isWritten() ? row.written() : new OwnAdvisor(name, desk);
    };

    private static final Shape<InForce> IN_FORCE = row -> {
        row.open(6);
        var silentUntil = row.maybeInstant(InForce::silentUntil);
        var invitedAt = row.maybeInstant(InForce::invitedAt);
        var declinedAt = row.maybeInstant(InForce::declinedAt);
        var dismissedAt = row.maybeInstant(InForce::dismissedAt);
        var invitations = row.count(InForce::invitations);
        boolean heldOut = row.flag(InForce::heldOut);
        return row.isWritten()
                ? row.written()
                : new InForce(silentUntil, invitedAt, declinedAt, dismissedAt, invitations, heldOut);
    };

    static final Shape<Passport> PASSPORT = row -> {
        row.open(7);
        var from = row.text(Passport::from);
        var pseudonym = row.maybeText(Passport::pseudonym);
        var tier = row.maybeText(Passport::tier);
        var language = row.maybeText(Passport::language);
        var advisor = row.maybe(Passport::advisor, ADVISOR);
        var since = row.instant(Passport::since);
        var inForce = row.field(Passport::inForce, IN_FORCE);
        return row.isWritten() ? row.written() : new Passport(from, pseudonym, tier, language, advisor, inForce, since);
    };

    private StoredPassport() {}
}
