package io.overture.visitor;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Bounded copies of immutable collections: what is least by an order goes first when there are too many. */
final class Keep {

    private Keep() {}

    /** The map with {@code change} applied to {@code key}'s value, or to {@code fresh}; at most {@code most} entries. */
    static <K extends Comparable<K>, V> Map<K, V> with(
            Map<K, V> map, K key, V fresh, UnaryOperator<V> change, int most, Comparator<V> byAge) {
        return newest(SmallMap.with(map, key, change.apply(map.getOrDefault(key, fresh))), most, byAge);
    }

    static <K extends Comparable<K>, V> Map<K, V> newest(Map<K, V> map, int most, Comparator<V> byAge) {
        var next = SmallMap.copyOf(map);
        while (next.size() > most) {
            next = SmallMap.without(next, oldest(next, byAge));
        }
        return next;
    }

    /** The newer half of them, and no fewer than {@code least}; the same when there are no more than that. */
    static <K extends Comparable<K>, V> Map<K, V> half(Map<K, V> map, int least, Comparator<V> byAge) {
        return map.size() <= least ? map : newest(map, Math.max(least, map.size() / 2), byAge);
    }

    /** The last half of a list. */
    static <T> List<T> half(List<T> list) {
        return list.subList(list.size() - list.size() / 2, list.size());
    }

    /** The key of the least of them; of equals, the least key. */
    static <K extends Comparable<K>, V> K oldest(Map<K, V> map, Comparator<V> byAge) {
        return map.entrySet().stream()
                .min(Map.Entry.<K, V>comparingByValue(byAge).thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    /** The last {@code most} of a list with one more at its end. */
    static <T> List<T> last(Collection<T> list, T added, int most) {
        var all = new java.util.ArrayList<T>(list);
        all.add(added);
        return List.copyOf(all.size() > most ? all.subList(all.size() - most, all.size()) : all);
    }

    static <T extends Comparable<T>> T later(T a, T b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    static <T extends Comparable<T>> @Nullable T laterOf(@Nullable T a, @Nullable T b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return later(a, b);
    }
}
