package io.overture.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** It says what a sorted map says, whatever became of it on the way. */
class SmallMapTest {

    /** What is done to it: a key and its value; a value that is odd means that the key is taken away. */
    record Act(int key, int value) {
        boolean adds() {
            return value % 2 == 0;
        }
    }

    @Property(tries = 300)
    void it_is_what_a_sorted_map_is(
            @ForAll @Size(max = 120) List<@IntRange(max = 80) Integer> keys, @ForAll @IntRange(max = 99) int value) {
        Map<String, Integer> small = Map.of();
        var sorted = new TreeMap<String, Integer>();
        for (int i = 0; i < keys.size(); i++) {
            var act = new Act(keys.get(i), value + i * i);
            var key = "k" + act.key();
            small = act.adds() ? SmallMap.with(small, key, act.value()) : SmallMap.without(small, key);
            if (act.adds()) {
                sorted.put(key, act.value());
            } else {
                sorted.remove(key);
            }

            assertSame(small, sorted);
        }
        assertSame(SmallMap.copyOf(new HashMap<>(sorted)), sorted);
    }

    private static void assertSame(Map<String, Integer> map, TreeMap<String, Integer> sorted) {
        assertThat(map.equals(sorted)).isTrue();
        assertThat(sorted.equals(map)).isTrue();
        assertThat(map.equals(Map.copyOf(sorted))).isTrue();
        assertThat(map.equals(SmallMap.copyOf(new HashMap<>(sorted)))).isTrue();
        assertThat(map.hashCode()).isEqualTo(sorted.hashCode());
        assertThat(map).hasSameSizeAs(sorted);
        for (int i = 0; i <= 80; i++) {
            var key = "k" + i;
            assertThat(map.get(key)).isEqualTo(sorted.get(key));
            assertThat(map.containsKey(key)).isEqualTo(sorted.containsKey(key));
            assertThat(map.getOrDefault(key, -1)).isEqualTo(sorted.getOrDefault(key, -1));
        }
        if (sorted.size() <= SmallMap.MOST) {
            var seen = new ArrayList<Integer>();
            map.forEach((key, each) -> seen.add(each));
            assertThat(new ArrayList<>(map.keySet())).isEqualTo(new ArrayList<>(sorted.keySet()));
            assertThat(new ArrayList<>(map.values())).isEqualTo(new ArrayList<>(sorted.values()));
            assertThat(seen).isEqualTo(new ArrayList<>(sorted.values()));
            assertThat(map).hasToString(sorted.toString());
        }
    }

    @Example
    void it_cannot_be_changed() {
        var map = SmallMap.copyOf(Map.of("a", 1, "b", 2));

        assertThat(map).isInstanceOf(SmallMap.class);
        assertThatThrownBy(() -> map.put("a", 3)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.entrySet().iterator().next().setValue(3))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Example
    void what_a_draft_has_handed_out_does_not_change() {
        var first = SmallMap.copyOf(Map.of("a", 1, "b", 2));
        var draft = new SmallMap.Draft<>(first);
        draft.put("a", 3);
        draft.put("b", 4);
        var second = draft.map();

        draft.put("a", 5);

        assertThat(first).isEqualTo(Map.of("a", 1, "b", 2));
        assertThat(second).isEqualTo(Map.of("a", 3, "b", 4));
        assertThat(draft.map()).isEqualTo(Map.of("a", 5, "b", 4));
    }

    @Example
    void a_copy_of_one_is_the_same() {
        var map = SmallMap.copyOf(Map.of("a", 1, "b", 2));

        assertThat(SmallMap.copyOf(map)).isSameAs(map);
        assertThat(SmallMap.without(map, "c")).isSameAs(map);
    }
}
