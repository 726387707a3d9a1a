package io.overture.engine;

import static io.overture.engine.Happenings.piece;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Attention;
import io.overture.visitor.Beacon;
import io.overture.visitor.Cart;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Consent;
import io.overture.visitor.Event;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.visitor.Memory;
import io.overture.visitor.Occurrences;
import io.overture.visitor.Recent;
import io.overture.visitor.Stretches;
import io.overture.visitor.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the fold must not be moved by: repetition, order, and whatever a hostile browser sends. */
class FoldLawsTest {

    private static final Instant NOW = Shopper.START.plus(Duration.ofHours(1));
    private static final Beacon.Standing CONSENT = new Beacon.Standing(new Consent(true, true), null, null);
    private static final List<String> TOPICS = List.of("sizing", "materials", "care");

    @Property(tries = 300)
    void foldingTwiceIsFoldingOnce(@ForAll("batches") List<Beacon> batches, @ForAll Random random) {
        var once = fold(batches);
        var repeated = new ArrayList<>(batches);
        repeated.addAll(batches);
        Collections.shuffle(repeated.subList(batches.size(), repeated.size()), random);

        assertThat(fold(repeated)).isEqualTo(once);
    }

    @Property(tries = 300)
    void anyOrderFoldsToTheSameVisitor(@ForAll("batches") List<Beacon> batches, @ForAll Random random) {
        var shuffled = new ArrayList<>(batches);
        Collections.shuffle(shuffled, random);

        assertThat(essence(fold(shuffled))).isEqualTo(essence(fold(batches)));
    }

    @Property(tries = 40)
    void sheStaysBoundedWhateverComes(@ForAll Random random) {
        var visitor = Visitor.NOBODY;
        var facts = TestBook.book().facts();
        for (int step = 0; step < 60; step++) {
            var events = new ArrayList<Event>();
            for (int i = 0; i < 100; i++) {
                events.add(wildEvent(random, Shopper.START.plusMillis(random.nextInt(3_600_000))));
            }
            var beacon = new Beacon("page-" + random.nextInt(99), 1 + random.nextInt(9), "s", CONSENT, events);
            visitor = Engine.step(visitor, List.of(new Input.Arrived(beacon)), NOW, facts, null)
                    .visitor();
        }

        assertThatSheIsBounded(visitor);
        assertThatSheIsBounded(visitor.afterVisit());
    }

    private static void assertThatSheIsBounded(Visitor visitor) {
        assertThat(visitor.sources()).hasSizeLessThanOrEqualTo(Visitor.MOST_SOURCES);
        var memory = visitor.memory();
        assertThat(memory.wishes()).hasSizeLessThanOrEqualTo(Memory.MOST_ENTRIES);
        assertThat(memory.favours()).hasSizeLessThanOrEqualTo(Memory.MOST_ENTRIES);
        assertThat(memory.seen()).hasSizeLessThanOrEqualTo(Memory.MOST_ENTRIES);
        assertThat(memory.cart()).hasSizeLessThanOrEqualTo(Cart.MOST_LINES);
        assertThat(memory.purchases()).hasSizeLessThanOrEqualTo(32);
        var session = visitor.session();
        if (session == null) {
            return;
        }
        assertThat(session.attention().items()).hasSizeLessThanOrEqualTo(Attention.MOST_ITEMS);
        assertThat(session.attention().tracks()).hasSizeLessThanOrEqualTo(Attention.MOST_TRACKS);
        assertThat(session.attention().settled().items()).hasSizeLessThanOrEqualTo(Attention.MOST_ITEMS);
        assertThat(session.attention().interests()).allSatisfy(interest -> {
            assertThat(interest.views().newestFirst()).hasSizeLessThanOrEqualTo(Recent.MOST);
            assertThat(interest.engaged().oldestFirst()).hasSizeLessThanOrEqualTo(Stretches.MOST);
            assertThat(interest.looks()).hasSizeLessThanOrEqualTo(30);
        });
        assertThat(session.attention().tracks().values()).allSatisfy(track -> {
            assertThat(track.views()).hasSizeLessThanOrEqualTo(16);
            assertThat(track.loose()).hasSizeLessThanOrEqualTo(32);
        });
        assertThat(session.cart().changes()).hasSizeLessThanOrEqualTo(Cart.MOST_CHANGES);
        assertThat(session.cart().now().lines()).hasSizeLessThanOrEqualTo(Cart.MOST_LINES);
        assertThat(session.searches().byResults()).hasSizeLessThanOrEqualTo(16);
        assertThat(session.occurrences().byName()).hasSizeLessThanOrEqualTo(Occurrences.MOST_NAMES);
        assertThat(session.occurrences().byName().values().stream()
                        .mapToInt(List::size)
                        .sum())
                .isLessThanOrEqualTo(Occurrences.MOST_IN_ALL);
    }

    /** All of her that an observer can tell, with loose ends settled and the cart as it stands. */
    private static List<Object> essence(Visitor visitor) {
        var session = visitor.session();
        return List.of(
                visitor.memory(),
                visitor.sources(),
                session.attention().settled(),
                session.cart().now().lines(),
                session.checkout(),
                session.searches(),
                session.occurrences(),
                session.activity());
    }

    private static Visitor fold(List<Beacon> batches) {
        var visitor = Visitor.NOBODY;
        var facts = TestBook.book().facts();
        for (var batch : batches) {
            visitor = Engine.step(visitor, List.of(new Input.Arrived(batch)), NOW, facts, null)
                    .visitor();
        }
        return visitor;
    }

    /** Batches of two page loads; no two events share an instant, so that their order is theirs. */
    @Provide
    Arbitrary<List<Beacon>> batches() {
        return Arbitraries.randomValue(random -> {
            var batches = new ArrayList<Beacon>();
            int tick = 0;
            int many = 1 + random.nextInt(20);
            long[] seqs = new long[2];
            for (int i = 0; i < many; i++) {
                var events = new ArrayList<Event>();
                for (int j = random.nextInt(4); j >= 0; j--) {
                    events.add(event(random, Shopper.START.plusMillis(1_000L * ++tick + random.nextInt(999))));
                }
                int page = random.nextInt(2);
                batches.add(new Beacon("page-" + page, ++seqs[page], "s", CONSENT, events));
            }
            return batches;
        });
    }

    private static Event event(Random random, Instant at) {
        var item = item(random, 5);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> Happenings.view(at, item);
            case 3 -> Happenings.look(at, topic(random), item.id());
            case 4 -> Happenings.lookAround(at, topic(random));
            case 5 -> Happenings.dwell(at, Duration.ofMillis(random.nextInt(20_000)), item.id());
            case 6 -> Happenings.dwellOnTheLast(at, Duration.ofMillis(random.nextInt(20_000)));
            case 7 -> Happenings.addToCart(at, item, 1 + random.nextInt(3));
            case 8 -> Happenings.cart(at, Happenings.line(item, 1), Happenings.line(item(random, 5), 2));
            case 9 -> random.nextBoolean() ? Happenings.wish(at, item) : Happenings.unwish(at, item);
            case 10 -> Happenings.search(at, random.nextInt(3));
            default -> Happenings.purchase(at, "T-" + at.toEpochMilli(), item);
        };
    }

    private static Event wildEvent(Random random, Instant at) {
        var item = item(random, 500);
        return switch (random.nextInt(4)) {
            case 0 -> Happenings.other(at, "name-" + random.nextInt(200), Map.of("k", "v" + random.nextInt(9)));
            case 1 -> Happenings.look(at, "topic-" + random.nextInt(60), "I-" + random.nextInt(3));
            case 2 -> Happenings.cart(at, lines(random));
            default ->
                random.nextInt(3) == 0
                        ? Happenings.checkout(at, CheckoutStep.values()[random.nextInt(3)])
                        : event(random, at).name().equals("search")
                                ? Happenings.search(at, random.nextInt(999))
                                : Happenings.dwell(at, Duration.ofMillis(1 + random.nextInt(500)), item.id());
        };
    }

    private static Line[] lines(Random random) {
        var lines = new Line[random.nextInt(200)];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Happenings.line(item(random, 5_000), 1 + random.nextInt(3));
        }
        return lines;
    }

    private static Item item(Random random, int of) {
        int n = random.nextInt(of);
        return piece("I-" + n, n % 2 == 0 ? "watches/dive" : "leather", 100 * n + 1);
    }

    private static String topic(Random random) {
        return TOPICS.get(random.nextInt(TOPICS.size()));
    }
}
