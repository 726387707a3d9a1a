package io.overture.visitor;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of few entries, in the order of their keys: one array of keys and values, found by binary search. It takes
 * half the heap of {@link Map#copyOf} and is copied with one entry more at the cost of that array.
 */
final class SmallMap<K extends Comparable<K>, V> extends AbstractMap<K, V> {

    static final int MOST = 64;

    /** Key, value, key, value, …; ascending by key. */
    private final Object[] entries;

    private SmallMap(Object[] entries) {
        this.entries = entries;
    }

    /** The same entries in little room; of none, one or more than {@link #MOST}, as {@link Map#copyOf} has it. */
    static <K extends Comparable<K>, V> Map<K, V> copyOf(Map<K, V> map) {
        if (map instanceof SmallMap<K, V>) {
            return map;
        }
        return map.size() < 2 || map.size() > MOST ? Map.copyOf(map) : new SmallMap<>(sorted(map));
    }

    /**
     * With another value for a key, which stays the instance it was; a new key is an entry more, for which any map of up to
     * {@link #MOST} has room.
     */
    static <K extends Comparable<K>, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        if (map.isEmpty()) {
            return Map.of(key, value);
        }
        if (map.size() > MOST) {
            var next = new HashMap<>(map);
            next.put(key, value);
            return Map.copyOf(next);
        }
        var had = map instanceof SmallMap<K, V> small ? small.entries : sorted(map);
        int place = place(had, key);
        if (place >= 0) {
            if (had.length == 2) {
                return Map.of(map.keySet().iterator().next(), value);
            }
            var next = had.clone();
            next[place + 1] = value;
            return new SmallMap<>(next);
        }
        return new SmallMap<>(with(had, ~place, key, value));
    }

    /** Without an entry, if there is one of that key. */
    static <K extends Comparable<K>, V> Map<K, V> without(Map<K, V> map, K key) {
        if (!map.containsKey(key)) {
            return map;
        }
        if (map instanceof SmallMap<K, V> small && map.size() > 2) {
            int place = place(small.entries, key);
            var next = new Object[small.entries.length - 2];
            System.arraycopy(small.entries, 0, next, 0, place);
            System.arraycopy(small.entries, place + 2, next, place, next.length - place);
            return new SmallMap<>(next);
        }
        var next = new HashMap<>(map);
        next.remove(key);
        return copyOf(next);
    }

    private static Object[] with(Object[] had, int place, Object key, Object value) {
        var next = new Object[had.length + 2];
        System.arraycopy(had, 0, next, 0, place);
        next[place] = key;
        next[place + 1] = value;
        System.arraycopy(had, place, next, place + 2, had.length - place);
        return next;
    }

    /** By insertion: what is read has been written in this order. */
    private static Object[] sorted(Map<?, ?> map) {
        var entries = new Object[2 * map.size()];
        int end = 0;
        for (var entry : map.entrySet()) {
            int place = end;
            while (place > 0 && compare(entries[place - 2], entry.getKey()) > 0) {
                place -= 2;
            }
            System.arraycopy(entries, place, entries, place + 2, end - place);
            entries[place] = Objects.requireNonNull(entry.getKey());
            entries[place + 1] = Objects.requireNonNull(entry.getValue());
            end += 2;
        }
        return entries;
    }

    /** Where the key lies, or the complement of where it would. */
    private static int place(Object[] entries, Object key) {
        int low = 0;
        int high = entries.length / 2 - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = compare(entries[2 * middle], key);
            if (order == 0) {
                return 2 * middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return ~(2 * low);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return one == other ? 0 : ((Comparable<Object>) one).compareTo(other);
    }

    /** A map in the making: it is copied at the first change, and again whenever it was handed out in between. */
    static final class Draft<K extends Comparable<K>, V> {

        private Map<K, V> map;
        private boolean isOwn;

        Draft(Map<K, V> map) {
            this.map = map;
        }

        void put(K key, V value) {
            if (isOwn && map instanceof SmallMap<K, V> small) {
                int place = place(small.entries, key);
                if (place >= 0) {
                    small.entries[place + 1] = value;
                    return;
                }
            }
            map = with(map, key, value);
            isOwn = true;
        }

        @Nullable
        V get(K key) {
            return map.get(key);
        }

        int size() {
            return map.size();
        }

        Map<K, V> map() {
            isOwn = false;
            return map;
        }
    }

    @Override
    public int size() {
        return entries.length / 2;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V get(@Nullable Object key) {
        int place = place(entries, Objects.requireNonNull(key));
        return place < 0 ? null : (V) entries[place + 1];
    }

    @Override
    public V getOrDefault(@Nullable Object key, V otherwise) {
        var value = get(key);
        return value == null ? otherwise : value;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        for (int i = 0; i < size(); i++) {
            action.accept(key(i), value(i));
        }
    }

    /** Made anew, where an inherited one would be kept. */
    @Override
    public Set<K> keySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<K> iterator() {
                return new AbstractList<K>() {
                    @Override
                    public K get(int index) {
                        return key(index);
                    }

                    @Override
                    public int size() {
                        return SmallMap.this.size();
                    }
                }.iterator();
            }

            @Override
            public int size() {
                return SmallMap.this.size();
            }

            @Override
            public boolean contains(@Nullable Object key) {
                return key != null && containsKey(key);
            }
        };
    }

    @Override
    public Collection<V> values() {
        return new AbstractList<>() {
            @Override
            public V get(int index) {
                return value(index);
            }

            @Override
            public int size() {
                return SmallMap.this.size();
            }
        };
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return SmallMap.this.size();
            }
        };
    }

    private final class Entries implements Iterator<Entry<K, V>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < SmallMap.this.size();
        }

        @Override
        public Entry<K, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return Map.entry(key(next), value(next++));
        }
    }

    @SuppressWarnings("unchecked")
    private K key(int i) {
        return (K) entries[2 * i];
    }

    @SuppressWarnings("unchecked")
    private V value(int i) {
        return (V) entries[2 * i + 1];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SmallMap<?, ?> small ? Arrays.equals(entries, small.entries) : super.equals(other);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < size(); i++) {
            hash += key(i).hashCode() ^ value(i).hashCode();
        }
        return hash;
    }
}
