package io.overture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.book.BookReader;
import io.overture.book.Reading;
import io.overture.document.Format;
import io.overture.engine.Engine;
import io.overture.engine.Happenings;
import io.overture.engine.Input;
import io.overture.engine.TestBook;
import io.overture.flow.Cache.Known;
import io.overture.offer.HouseCopies;
import io.overture.store.AnyVisitor;
import io.overture.store.Stored;
import io.overture.trigger.Book;
import io.overture.trigger.Facts;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheTest {

    private static final Beacon.Standing CONSENT = new Beacon.Standing(new Consent(true, true), null, null);
    private static final Path BOOK = Path.of("bench/book.yaml");
    private static final long BYTES = 1 << 22;
    private static final int STORED = 1_000;
    private static final int PER_ENTRY = known(1, STORED).weight();
    private static final int ROOM = (int) (BYTES / PER_ENTRY);

    private final Cache cache = new Cache(BYTES);

    @Test
    void who_was_just_stepped_is_at_hand() {
        var her = key("her", 1);
        cache.put(her, known(1, STORED));

        cache.put(her, known(2, STORED));

        assertThat(cache.find(her).map(each -> each.stored().nonce())).contains(2L);
        assertThat(cache.find(key("another", 1))).isEmpty();
    }

    @Test
    void who_is_forgotten_leaves_nothing() {
        var her = key("her", 1);
        cache.put(her, known(1, STORED));

        cache.forget(her);

        assertThat(cache.find(her)).isEmpty();
        assertThat(cache.size()).isZero();
        assertThat(cache.weight()).isZero();
    }

    /** However often others were seen: a crowd that has gone is no reason to refuse the next one. */
    @Test
    void newcomers_are_kept_after_another_crowd_has_filled_it() {
        crowd("gone", 4 * ROOM)
                .forEach(key -> IntStream.range(0, 20).forEach(i -> {
                    cache.find(key);
                    cache.put(key, known(i, STORED));
                }));
        var newcomers = crowd("new", ROOM / 2).toList();
        newcomers.forEach(key -> cache.put(key, known(1, STORED)));

        var refused = newcomers.stream().filter(key -> cache.find(key).isEmpty());

        assertThat(refused.count()).isLessThanOrEqualTo(newcomers.size() / 50);
    }

    @Test
    void who_was_seen_longest_ago_goes_first() {
        var all = crowd("early", ROOM / 2).toList();
        all.forEach(key -> cache.put(key, known(1, STORED)));
        var seen = all.getFirst();

        crowd("late", 4 * ROOM).forEach(key -> {
            cache.find(seen);
            cache.put(key, known(1, STORED));
        });

        assertThat(all.stream().filter(key -> cache.find(key).isPresent())).containsExactly(seen);
    }

    @Test
    void it_never_weighs_more_than_it_may_and_uses_nearly_all_of_it() {
        var random = new Random(7);

        crowd("any", 8 * ROOM).forEach(key -> {
            cache.put(key, known(1, random.nextInt(4 * STORED)));
            assertThat(cache.weight()).isLessThanOrEqualTo(BYTES);
        });

        assertThat(cache.weight()).isGreaterThan(BYTES * 8 / 10);
    }

    @Test
    void who_weighs_more_than_there_is_room_for_is_not_kept() {
        var heavy = key("heavy", 1);

        cache.put(heavy, known(1, (int) BYTES));

        assertThat(cache.find(heavy)).isEmpty();
        assertThat(cache.weight()).isZero();
    }

    @Test
    void many_threads_leave_it_whole() throws Exception {
        int threads = 8;
        var together = new CountDownLatch(threads);
        var keys = crowd("shared", 2 * ROOM).toList();

        try (var pool = Executors.newFixedThreadPool(threads)) {
            var done = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> {
                        together.countDown();
                        together.await();
                        disturb(keys, new Random(thread));
                        return null;
                    }))
                    .toList();
            for (var each : done) {
                each.get();
            }
        }

        var kept = keys.stream().flatMap(key -> cache.find(key).stream()).toList();
        assertThat(kept).hasSize(cache.size());
        assertThat(cache.weight())
                .isEqualTo(kept.stream().mapToLong(Known::weight).sum())
                .isLessThanOrEqualTo(BYTES);
        keys.forEach(cache::forget);
        assertThat(cache.weight()).isZero();
    }

    /**
     * What it says it weighs is what is gone from the heap, for visitors of one beacon and for busy ones alike, whether they
     * view the same pieces or each others of their own.
     */
    @ParameterizedTest
    @CsvSource({"1, true", "8, true", "60, true", "1, false", "8, false", "60, false"})
    void its_weight_is_the_heap_it_takes(int beacons, boolean isSame) throws IOException {
        int visitors = beacons < 10 ? 8_000 : 2_000;
        var ample = new Cache(Long.MAX_VALUE);
        var facts = TestBook.facts(classic());
        long before = live();

        crowd("weighed", visitors)
                .forEach(key -> ample.put(
                        key, shopping(beacons, isSame ? "" : key.handle().value(), facts)));

        double taken = (double) live() - before;
        assertThat(ample.size()).isEqualTo(visitors);
        assertThat(ample.weight() / taken).isBetween(0.8, 1.3);
    }

    /** Whoever sends what takes most heap by the byte, thousands of texts of one letter, takes no more than this of it unseen. */
    @Test
    void whoever_sends_many_short_texts_weighs_a_quarter_of_the_heap_at_least() {
        int visitors = 200;
        var ample = new Cache(Long.MAX_VALUE);
        var facts = TestBook.book().facts();
        long before = live();

        crowd("hostile", visitors).forEach(key -> ample.put(key, new Known(AnyVisitor.stored(chatting(facts)), null)));

        double taken = (double) live() - before;
        assertThat(ample.size()).isEqualTo(visitors);
        assertThat(ample.weight() / taken).isGreaterThan(0.25);
    }

    /** After as many events as are remembered, each with eight parameters of one letter. */
    private static Visitor chatting(Facts facts) {
        var visitor = Visitor.NOBODY;
        for (int i = 0; i < 256; i++) {
            var params = new HashMap<String, String>();
            for (int j = 0; j < 8; j++) {
                params.put("" + (char) ('a' + j), "" + (i + j) % 10);
            }
            var event = Happenings.other(at(i), "" + (char) ('a' + i % 16), params);
            var beacon = new Beacon("page", i + 1, "session", CONSENT, List.of(event));
            visitor = Engine.step(visitor, List.of(new Input.Arrived(beacon)), at(i), facts, null)
                    .visitor();
        }
        return visitor;
    }

    private static Book classic() throws IOException {
        return switch (new BookReader(new HouseCopies().byName()).read(Files.readAllBytes(BOOK), Format.YAML)) {
            case Reading.Valid(var book) -> book;
            case Reading.Invalid(var errors) -> throw new AssertionError(errors);
        };
    }

    private static long live() {
        return Stream.generate(() -> {
                    System.gc();
                    return ManagementFactory.getMemoryMXBean()
                            .getHeapMemoryUsage()
                            .getUsed();
                })
                .limit(3)
                .reduce(Long.MAX_VALUE, Math::min);
    }

    /** A visitor, and what was worked out, after so many beacons like those of the bench. */
    private static Known shopping(int beacons, String whose, Facts facts) {
        var step = Engine.step(Visitor.NOBODY, List.of(beacon(1, whose)), at(1), facts, null);
        for (int seq = 2; seq <= beacons; seq++) {
            step = Engine.step(step.visitor(), List.of(beacon(seq, whose)), at(seq), facts, step.sight());
        }
        var stored = AnyVisitor.stored(step.visitor());
        var seen = Engine.step(stored.visitor(), List.of(), at(beacons), facts, null);
        return new Known(stored, seen.sight());
    }

    private static Input beacon(int seq, String whose) {
        var price = 400 + 80 * (seq % 8);
        var item = Happenings.piece("W-" + price + whose, "watches", price);
        var event = switch (seq % 8) {
            case 2 -> Happenings.dwellOnTheLast(at(seq), Duration.ofSeconds(4));
            case 4 -> Happenings.lookAround(at(seq), "materials");
            case 6 -> Happenings.addToCart(at(seq), item, 1);
            default -> Happenings.view(at(seq), item);
        };
        return new Input.Arrived(new Beacon("page", seq, "session", CONSENT, List.of(event)));
    }

    private static Instant at(int seq) {
        return AnyVisitor.NOW.plusSeconds(4L * seq);
    }

    private void disturb(List<VisitorKey> keys, Random random) {
        for (int i = 0; i < 20_000; i++) {
            var key = keys.get(random.nextInt(keys.size()));
            switch (random.nextInt(4)) {
                case 0 -> cache.forget(key);
                case 1 -> cache.find(key);
                default -> cache.put(key, known(i, random.nextInt(4 * STORED)));
            }
        }
    }

    private static Stream<VisitorKey> crowd(String name, int size) {
        return IntStream.range(0, size).mapToObj(i -> key(name, i));
    }

    private static VisitorKey key(String name, int number) {
        return VisitorKey.of("demo", "%s-visitor-number-%08d".formatted(name, number));
    }

    private static Known known(long nonce, int bytes) {
        return new Known(new Stored(nonce, Visitor.NOBODY, null, bytes), null);
    }
}
