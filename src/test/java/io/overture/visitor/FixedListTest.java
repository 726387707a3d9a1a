package io.overture.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.overture.visitor.Stretches.Stretch;
import io.overture.visitor.Track.Loose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Lists that keep numbers are equal to the lists of elements that they stand for, and fold as those would. */
class FixedListTest {

    private static final Instant START = Instant.ofEpochMilli(1_764_000_000_000L);

    @Property
    void what_is_recent_is_the_newest_of_all(@ForAll @Size(max = 40) List<@IntRange(max = 60) Integer> millis) {
        var recent = Recent.NEVER;
        var all = new ArrayList<Instant>();
        for (int each : millis) {
            recent = recent.plus(START.plusMillis(each));
            all.add(START.plusMillis(each));
        }
        all.sort(Comparator.reverseOrder());

        var newest = all.subList(0, Math.min(all.size(), Recent.MOST));

        assertSame(recent.newestFirst(), newest);
        assertThat(recent).isEqualTo(new Recent(newest)).hasSameHashCodeAs(new Recent(newest));
    }

    @Property
    void both_together_are_the_newest_of_both(
            @ForAll @Size(max = 20) List<@IntRange(max = 60) Integer> some,
            @ForAll @Size(max = 20) List<@IntRange(max = 60) Integer> others) {
        var together = some.stream().map(START::plusMillis).reduce(recent(others), Recent::plus, Recent::plus);

        assertThat(recent(some).plus(recent(others))).isEqualTo(together);
    }

    private static Recent recent(List<Integer> millis) {
        return millis.stream().map(START::plusMillis).reduce(Recent.NEVER, Recent::plus, Recent::plus);
    }

    @Property
    void stretches_are_the_instants_they_cover(@ForAll @Size(max = 12) List<@IntRange(max = 90) Integer> begins) {
        var stretches = Stretches.NONE;
        var covered = new boolean[100];
        for (int i = 0; i < begins.size(); i++) {
            int from = begins.get(i);
            int to = from + i % 4;
            stretches = stretches.plus(new Stretch(START.plusMillis(from), START.plusMillis(to)));
            for (int each = from; each < to; each++) {
                covered[each] = true;
            }
        }

        for (int i = 0; i < covered.length; i++) {
            long at = START.toEpochMilli() + i;
            assertThat(stretches.millisWithin(at, at + 1)).isEqualTo(covered[i] ? 1 : 0);
        }
        assertSame(stretches.oldestFirst(), List.copyOf(stretches.oldestFirst()));
    }

    @Property
    void a_trail_is_in_the_order_of_its_instants(@ForAll @Size(max = 24) List<@IntRange(max = 30) Integer> millis) {
        var track = Track.EMPTY;
        var all = new ArrayList<Loose>();
        for (int i = 0; i < millis.size(); i++) {
            var topic = i % 3 == 0 ? "sizing" : null;
            var loose = new Loose(START.plusMillis(millis.get(i)), topic, Duration.ofMillis(i));
            track = track.plus(loose);
            all.add(loose);
        }
        all.sort(Comparator.comparing(Loose::at));

        assertSame(track.loose(), all);
        assertThat(track).isEqualTo(new Track(List.of(), all)).hasSameHashCodeAs(new Track(List.of(), all));
    }

    /** As they are when they are read again. */
    @Example
    void when_the_last_object_beside_the_numbers_is_gone_a_list_equals_one_that_never_had_any() {
        var track = Track.EMPTY.plus(new Loose(START, "sizing", Duration.ZERO));
        var later = List.of(new Loose(START.plusMillis(1), null, Duration.ofMillis(1)));
        var folded = track.plus(later.getFirst()).withoutOldestLoose();

        assertThat(folded).isEqualTo(new Track(List.of(), later));

        var once = Occurrences.NONE.plus(new Event("seen", START, Map.of("a", "b"), new Meaning.Other()));
        var all = new ArrayList<Occurrences.Occurrence>();
        for (int i = 1; i <= Recent.MOST; i++) {
            var at = START.plusMillis(i);
            once = once.plus(new Event("seen", at, Map.of(), new Meaning.Other()));
            all.addFirst(new Occurrences.Occurrence(at, Map.of()));
        }

        assertThat(once).isEqualTo(new Occurrences(Map.of("seen", all)));
    }

    private static <E> void assertSame(List<E> list, List<E> elements) {
        assertThat(list.equals(elements)).isTrue();
        assertThat(elements.equals(list)).isTrue();
        assertThat(list.hashCode()).isEqualTo(elements.hashCode());
        assertThat(new ArrayList<>(list)).isEqualTo(elements);
        assertThat(list).hasToString(elements.toString());
        for (int i = 0; i < elements.size(); i++) {
            assertThat(list.get(i)).isEqualTo(elements.get(i));
            assertThat(list.indexOf(elements.get(i))).isEqualTo(elements.indexOf(elements.get(i)));
            assertThat(list.lastIndexOf(elements.get(i))).isEqualTo(elements.lastIndexOf(elements.get(i)));
            assertThat(list.subList(i, list.size())).isEqualTo(elements.subList(i, elements.size()));
        }
        assertThatThrownBy(() -> list.get(elements.size())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Example
    void it_cannot_be_changed() {
        var list = Recent.NEVER.plus(START).plus(START.plusMillis(1)).newestFirst();

        assertThatThrownBy(() -> list.add(START)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.set(0, START)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.remove(START)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
    }
}
