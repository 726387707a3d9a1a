package io.overture.store;

import io.overture.engine.Engine;
import io.overture.engine.Happenings;
import io.overture.engine.Input;
import io.overture.engine.TestBook;
import io.overture.trigger.Idle;
import io.overture.trigger.Visits;
import io.overture.visitor.Beacon;
import io.overture.visitor.Client;
import io.overture.visitor.Consent;
import io.overture.visitor.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Visitors to test with: of any shape, and such as the engine makes them. */
public final class AnyVisitor {

    public static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);

    private AnyVisitor() {}

    /** Every component filled at random, whether that can happen or not. */
    public static Arbitrary<Visitor> ofAnyShape() {
        return Arbitraries.randomValue(random -> new AnyRecord(random, NOW).of(Visitor.class));
    }

    /** What up to sixty things that happen to her, at random, make of her. */
    public static Arbitrary<Visitor> reached() {
        return Arbitraries.randomValue(random -> reached(random, random.nextInt(60)));
    }

    /** Somebody on her first visit, known to the house by this id or by none. */
    public static Visitor visiting(@Nullable String client) {
        var standing = new Beacon.Standing(
                new Consent(true, true), client == null ? null : new Client(client, "vic", List.of(), null), null);
        var view = Happenings.view(NOW, Happenings.piece("W-100", "watches", 12500));
        var arrived = new Input.Arrived(new Beacon("p1", 1, "s1", standing, List.of(view)));
        return Engine.step(
                        Visitor.NOBODY, List.of(arrived), NOW, TestBook.book().facts(), null)
                .visitor();
    }

    /** As a node has them that read them from Redis: with the size of the value there, and with texts that are nobody else's. */
    public static Stored stored(Visitor visitor) {
        var codec = new Codec(Codec.CURRENT);
        return codec.decode(codec.fit(1, visitor, NOW).bytes());
    }

    private static Visitor reached(Random random, int steps) {
        var facts = TestBook.book()
                .offers("returning", new Visits(1, null))
                .alerts("idle", new Idle(Duration.ofMinutes(2)))
                .facts();
        var visitor = Visitor.NOBODY;
        var now = NOW;
        for (int i = 0; i < steps; i++) {
            now = now.plusMillis(random.nextInt(random.nextInt(20) == 0 ? 3_000_000 : 60_000));
            visitor = Engine.step(visitor, List.of(input(random, now, i + 1)), now, facts, null)
                    .visitor();
        }
        return visitor;
    }

    private static Input input(Random random, Instant now, int seq) {
        var any = new AnyRecord(random, now);
        var input = any.of(Input.class);
        if (random.nextInt(3) == 0 && !(input instanceof Input.Erased)) {
            return input;
        }
        var standing = any.of(Beacon.Standing.class);
        return new Input.Arrived(new Beacon(
                random.nextBoolean() ? "p1" : "p2",
                seq,
                random.nextInt(10) == 0 ? "s2" : "s1",
                new Beacon.Standing(new Consent(true, random.nextInt(9) != 0), standing.client(), standing.context()),
                any.of(Beacon.class).events()));
    }
}
