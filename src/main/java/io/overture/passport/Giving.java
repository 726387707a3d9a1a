package io.overture.passport;

import io.overture.client.ClientRecord;
import io.overture.client.Clients;
import io.overture.engine.Reserve;
import io.overture.flow.Flow;
import io.overture.flow.World;
import io.overture.roster.Roster;
import io.overture.trigger.Book;
import io.overture.visitor.Client;
import io.overture.visitor.Passport;
import io.overture.visitor.Passport.InForce;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signs passports for visitors who wish to go on in another region. */
final class Giving {

    private final Regions regions;
    private final Flow flow;
    private final World world;
    private final Clients clients;
    private final Roster roster;
    private final Pseudonyms pseudonyms;
    private final InstantSource clock;
    private final Supplier<String> ids;

    Giving(
            Regions regions,
            Flow flow,
            World world,
            Clients clients,
            Roster roster,
            Pseudonyms pseudonyms,
            InstantSource clock,
            Supplier<String> ids) {
        this.regions = regions;
        this.flow = flow;
        this.world = world;
        this.clients = clients;
        this.roster = roster;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param to null: the only other region there is */
    Uni<Given> give(VisitorKey key, String session, @Nullable String to) {
        var partner = to == null && regions.partners().size() == 1
                ? Optional.of(regions.partners().iterator().next())
                : Optional.ofNullable(to).flatMap(regions::find);
        if (partner.isEmpty()) {
            return refused(Refusal.REGION);
        }
        return flow.look(key)
                .chain(found -> found.filter(visitor -> isHere(visitor, session))
                        .map(visitor -> give(key, visitor, partner.get().name()))
                        .orElseGet(() -> refused(Refusal.NO_VISIT)));
    }

    /** In this very session, and in it by leave to be recognised. */
    private boolean isHere(Visitor visitor, String id) {
        var session = visitor.session();
        var word = visitor.consent();
        return session != null
                && session.id().equals(id)
                && session.personal()
                && clock.instant().isBefore(session.activity().endsAt())
                && word != null
                && word.consent().analyticsStorage()
                && word.consent().personalizationStorage();
    }

    private Uni<Given> give(VisitorKey key, Visitor visitor, String to) {
        var session = visitor.session();
        if (session == null) {
            return refused(Refusal.NO_VISIT);
        }
        var bearer = new Pseudonyms.Bearer(to, key, visitor.memory().journalId());
        return Uni.combine()
                .all()
                .unis(record(session), pseudonyms.of(bearer))
                .with((record, pseudonym) -> signed(passport(key, visitor, session, record, pseudonym), to));
    }

    private Uni<Optional<ClientRecord>> record(Session session) {
        var client = session.client();
        return client == null ? Uni.createFrom().item(Optional.empty()) : clients.find(client.id());
    }

    private Passport passport(
            VisitorKey key, Visitor visitor, Session session, Optional<ClientRecord> record, String pseudonym) {
        var now = clock.instant();
        var quietUntil = record.map(each -> each.profile().quietUntil())
                .filter(until -> until.isAfter(now))
                .orElse(null);
        var client = session.client();
        return new Passport(
                regions.own(),
                pseudonym,
                client == null ? null : Book.tier(client),
                language(session, client),
                advisor(record),
                Reserve.of(visitor, session, now, world.facts(key))
                        .and(new InForce(quietUntil, null, null, null, 0, false)),
                now);
    }

    /** As the browser or the house says it here: what a passport said is not passed on. */
    private static @Nullable String language(Session session, @Nullable Client client) {
        var browsers = session.context().language();
        return browsers != null || client == null ? browsers : client.language();
    }

    private Passport.@Nullable OwnAdvisor advisor(Optional<ClientRecord> record) {
        return record.map(each -> each.profile().advisor())
                .flatMap(roster.inForce()::advisor)
                .map(seat -> new Passport.OwnAdvisor(
                        seat.advisor().name(), seat.desk().id()))
                .orElse(null);
    }

    private Given signed(Passport passport, String to) {
        var now = passport.since();
        var claims =
                Claims.of(regions.own(), to, String.valueOf(passport.pseudonym()), ids.get(), now, regions.lifetime());
        PassportToken.write(passport, claims);
        Instant expires = now.plus(regions.lifetime());
        return new Given.Signed(regions.keys().sign(claims, PassportToken.TYPE), expires);
    }

    private static Uni<Given> refused(Refusal why) {
        return Uni.createFrom().item(new Given.Refused(why));
    }
}
