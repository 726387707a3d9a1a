package io.overture.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** Spans are sets: every law is checked against membership, instant by instant. */
class SpansTest {

    private static final int LAST = 60;

    @Property
    void unionHoldsWhereEitherHolds(@ForAll("spans") Spans a, @ForAll("spans") Spans b) {
        var union = a.or(b);

        everywhere(at -> assertThat(union.contains(at)).isEqualTo(a.contains(at) || b.contains(at)));
    }

    @Property
    void intersectionHoldsWhereBothHold(@ForAll("spans") Spans a, @ForAll("spans") Spans b) {
        var common = a.and(b);

        everywhere(at -> assertThat(common.contains(at)).isEqualTo(a.contains(at) && b.contains(at)));
    }

    @Property
    void complementHoldsWhereItDoesNot(@ForAll("spans") Spans a) {
        var complement = a.complement();

        everywhere(at -> assertThat(complement.contains(at)).isNotEqualTo(a.contains(at)));
        assertThat(complement.complement()).isEqualTo(a);
    }

    @Property
    void deMorgan(@ForAll("spans") Spans a, @ForAll("spans") Spans b) {
        assertThat(a.or(b).complement()).isEqualTo(a.complement().and(b.complement()));
        assertThat(a.and(b).complement()).isEqualTo(a.complement().or(b.complement()));
    }

    @Property
    void aSetHasOneForm(@ForAll("spans") Spans a, @ForAll("spans") Spans b, @ForAll("spans") Spans c) {
        assertThat(a.or(b)).isEqualTo(b.or(a));
        assertThat(a.and(b)).isEqualTo(b.and(a));
        assertThat(a.or(b).or(c)).isEqualTo(a.or(b.or(c)));
        assertThat(a.and(b.or(c))).isEqualTo(a.and(b).or(a.and(c)));
        assertThat(a.or(a)).isEqualTo(a);
        assertThat(a.or(Spans.NEVER)).isEqualTo(a);
        assertThat(a.and(Spans.ALWAYS)).isEqualTo(a);
    }

    @Property
    void theNextStartIsTheFirstInstantAtWhichItHoldsAfterNotHolding(@ForAll("spans") Spans a) {
        everywhere(now -> {
            var next = IntStream.rangeClosed((int) now.toEpochMilli() + 1, LAST + 1)
                    .mapToObj(Instant::ofEpochMilli)
                    .filter(at -> a.contains(at) && !a.contains(at.minusMillis(1)))
                    .findFirst();
            assertThat(a.nextStart(now)).isEqualTo(next);
        });
    }

    @Property
    void sinceAndEndBoundTheStretchThatHoldsNow(@ForAll("spans") Spans a) {
        everywhere(now -> {
            a.since(now).ifPresent(since -> {
                assertThat(a.contains(since)).isTrue();
                assertThat(a.contains(since.minusMillis(1))).isFalse();
            });
            a.end(now).ifPresent(end -> {
                assertThat(a.contains(end)).isFalse();
                assertThat(a.contains(end.minusMillis(1))).isTrue();
            });
            assertThat(a.contains(now) || a.since(now).isEmpty() && a.end(now).isEmpty())
                    .isTrue();
        });
    }

    @Test
    void aStretchIsHalfOpen() {
        var spans = Spans.between(Instant.ofEpochMilli(10), Instant.ofEpochMilli(20));

        assertThat(spans.contains(Instant.ofEpochMilli(9))).isFalse();
        assertThat(spans.contains(Instant.ofEpochMilli(10))).isTrue();
        assertThat(spans.contains(Instant.ofEpochMilli(19))).isTrue();
        assertThat(spans.contains(Instant.ofEpochMilli(20))).isFalse();
    }

    @Provide
    Arbitrary<Spans> spans() {
        var stretch = Arbitraries.integers()
                .between(0, LAST)
                .tuple2()
                .map(ends -> Spans.between(
                        Instant.ofEpochMilli(Math.min(ends.get1(), ends.get2())),
                        Instant.ofEpochMilli(Math.max(ends.get1(), ends.get2()))));
        var open = Arbitraries.integers()
                .between(0, LAST)
                .map(Instant::ofEpochMilli)
                .flatMap(at -> Arbitraries.of(Spans.from(at), Spans.until(at)));
        return Arbitraries.frequencyOf(
                        Tuple.of(6, stretch), Tuple.of(2, open), Tuple.of(1, Arbitraries.of(Spans.ALWAYS, Spans.NEVER)))
                .list()
                .ofMaxSize(5)
                .map(SpansTest::union);
    }

    private static Spans union(List<Spans> many) {
        var all = Spans.NEVER;
        for (var each : many) {
            all = all.or(each);
        }
        return all;
    }

    private static void everywhere(Consumer<Instant> law) {
        IntStream.rangeClosed(-1, LAST + 1).mapToObj(Instant::ofEpochMilli).forEach(law);
    }
}
