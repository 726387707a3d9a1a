package io.overture.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Facts;
import io.overture.trigger.Limits;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Passport;
import io.overture.visitor.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the limits of two regions are, one that honours a passport is never laxer than either. */
class ReserveLawsTest {

    private static final Instant NOW = Shopper.START;
    private static final Beacon.Standing KNOWN = new Beacon.Standing(new Consent(true, true), null, null);

    @Property(tries = 600)
    void the_visitor_is_left_in_peace_where_either_region_would(@ForAll long seed) {
        var random = new Random(seed);
        var home = facts(random);
        var abroad = facts(random);
        var athome = visitor(random, home);
        var there = visitor(random, abroad);
        var passport =
                new Passport("home", "p", null, null, null, Reserve.of(athome, athome.session(), NOW, home), NOW);
        var honoured = Engine.step(there, List.of(new Input.Honoured("s", KNOWN, passport)), NOW, abroad, null)
                .visitor();

        for (int minutes = 0; minutes < 600; minutes += 1 + random.nextInt(20)) {
            var at = NOW.plus(Duration.ofMinutes(minutes));
            boolean either = blocks(athome, at, home) || blocks(there, at, abroad);

            boolean both = blocks(honoured, at, abroad);

            assertThat(both || !either)
                    .as(
                            "%s minutes later, home %s, abroad %s",
                            minutes, home.book().limits(), abroad.book().limits())
                    .isTrue();
        }
    }

    /** A session's first moments are its own, wherever it is; nothing else is left out. */
    private static boolean blocks(Visitor visitor, Instant at, Facts facts) {
        var session = visitor.session();
        var sight = Sight.of(visitor, facts, null);
        Optional<Limit.Blocked> blocked = Limit.blocking(visitor, session, facts.book(), sight, at);
        return blocked.filter(each -> each.limit() != Limit.SETTLE).isPresent();
    }

    private static Facts facts(Random random) {
        return TestBook.book()
                .limits(new Limits(
                        1 + random.nextInt(3),
                        minutes(random),
                        minutes(random),
                        minutes(random),
                        Duration.ofMinutes(random.nextInt(3)),
                        null))
                .facts();
    }

    private static Visitor visitor(Random random, Facts facts) {
        var shopper = new Shopper(facts).in("s").hello().visitor;
        var memory = shopper.memory();
        memory = random.nextBoolean() ? memory.shown(ago(random)) : memory;
        memory = random.nextBoolean() ? memory.refused(ago(random)) : memory;
        memory = random.nextBoolean() ? memory.dismissed(ago(random)) : memory;
        var session = shopper.session();
        for (int i = random.nextInt(3); i > 0; i--) {
            session = session.shownOne();
        }
        return shopper.with(memory, session);
    }

    private static Instant ago(Random random) {
        return NOW.minus(minutes(random));
    }

    private static Duration minutes(Random random) {
        return Duration.ofMinutes(random.nextInt(400));
    }
}
