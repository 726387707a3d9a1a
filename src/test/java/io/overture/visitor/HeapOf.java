package io.overture.visitor;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The heap that a value keeps alive, in bytes, with compressed references: a header of 12 bytes (16 of an array), 4 for a
 * reference, the fields without gaps but for the alignment of longs, rounded up to 8. Each object counts once. Not counted:
 * enums, currencies, what a {@link SharedValues} has for all visitors, constants that are told of, and empty collections.
 *
 * <p>Of the JDK's own classes, which do not open their fields, it knows the layout; of any other it refuses to guess.
 */
public final class HeapOf {

    private static final int HEADER = 12;
    private static final int ARRAY_HEADER = 16;
    private static final int REFERENCE = 4;
    private static final int LEAF = 24;
    private static final int DECIMAL = 40;
    private static final int LONGEST_COMPACT_DECIMAL = 18;

    private final Map<Object, Boolean> seen = new IdentityHashMap<>();
    private final Map<String, long[]> byClass = new TreeMap<>();
    private final Deque<Object> left = new ArrayDeque<>();

    private HeapOf() {}

    /** @param shared what is not the value's own, with all it refers to */
    public static HeapOf value(Object value, Object... shared) {
        var heap = new HeapOf();
        for (var each : shared) {
            heap.visit(each);
        }
        heap.walk();
        heap.byClass.clear();
        heap.visit(value);
        heap.walk();
        return heap;
    }

    public long bytes() {
        return byClass.values().stream().mapToLong(each -> each[1]).sum();
    }

    /** A line for each class: bytes, objects, name; the largest first. */
    public String byClass() {
        return byClass.entrySet().stream()
                .sorted(Comparator.comparing(each -> -each.getValue()[1]))
                .map(each -> "%6d %4d %s".formatted(each.getValue()[1], each.getValue()[0], each.getKey()))
                .collect(Collectors.joining("\n"));
    }

    private void visit(@Nullable Object object) {
        if (object != null && !isShared(object) && seen.put(object, true) == null) {
            left.push(object);
        }
    }

    private void walk() {
        while (!left.isEmpty()) {
            measure(left.pop());
        }
    }

    private static boolean isShared(Object object) {
        return SharedValues.has(object)
                || object instanceof Seqs seqs && seqs == Seqs.of(seqs.highest(), seqs.behind())
                || object instanceof PackedList.Form
                || object instanceof Enum
                || object instanceof Class
                || object instanceof Integer small && small == Integer.valueOf(small)
                || object.getClass().getSimpleName().equals("CurrencyUnit")
                || object == Instant.EPOCH
                || object == Duration.ZERO
                || isEmptyOfTheJdk(object);
    }

    private static boolean isEmptyOfTheJdk(Object object) {
        return object == List.of() || object == Map.of() || object == Set.of();
    }

    private void measure(Object object) {
        switch (object) {
            case String text -> {
                add("String", LEAF);
                boolean isLatin = text.chars().allMatch(each -> each < 0x100);
                add("byte[] of String", aligned(ARRAY_HEADER + text.length() * (isLatin ? 1 : 2)));
            }
            case Instant instant -> add("Instant", LEAF);
            case Duration duration -> add("Duration", LEAF);
            case Integer number -> add("Integer", ARRAY_HEADER);
            case BigDecimal amount -> decimal(amount);
            case Object array when array.getClass().isArray() -> array(array);
            case Object own when !own.getClass().getName().startsWith("java.") -> fields(own);
            case Collection<?> collection -> ofTheJdk(collection);
            case Map<?, ?> map -> ofTheJdk(map);
            default -> throw new IllegalStateException("nothing known of " + object.getClass());
        }
    }

    private void decimal(BigDecimal amount) {
        add("BigDecimal", DECIMAL);
        if (amount.precision() > LONGEST_COMPACT_DECIMAL) {
            add(
                    "BigInteger",
                    DECIMAL + aligned(ARRAY_HEADER + amount.unscaledValue().bitLength() / 8 + REFERENCE));
        }
    }

    private void array(Object array) {
        int length = Array.getLength(array);
        var type = array.getClass().getComponentType();
        add(type.getSimpleName() + "[]", aligned(ARRAY_HEADER + (long) length * size(type)));
        for (int i = 0; i < length && !type.isPrimitive(); i++) {
            visit(Array.get(array, i));
        }
    }

    /** {@code List12}, {@code Set12} and {@code Map1} hold elements themselves, the others in an array. */
    private void ofTheJdk(Collection<?> collection) {
        var name = collection.getClass().getSimpleName();
        int size = collection.size();
        switch (name) {
            case "List12", "Set12" -> add(name, LEAF);
            case "ListN" -> add(name, LEAF + aligned(ARRAY_HEADER + (long) REFERENCE * size));
            case "SetN" -> add(name, LEAF + aligned(ARRAY_HEADER + 2L * REFERENCE * size));
            default -> throw new IllegalStateException("nothing known of " + collection.getClass());
        }
        collection.forEach(this::visit);
    }

    private void ofTheJdk(Map<?, ?> map) {
        var name = map.getClass().getSimpleName();
        switch (name) {
            case "Map1" -> add(name, LEAF + 2 * REFERENCE);
            case "MapN" -> add(name, LEAF + 2 * REFERENCE + aligned(ARRAY_HEADER + 4L * REFERENCE * map.size()));
            default -> throw new IllegalStateException("nothing known of " + map.getClass());
        }
        map.forEach((key, value) -> {
            visit(key);
            visit(value);
        });
    }

    private void fields(Object object) {
        long small = 0;
        long large = 0;
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    int size = size(field.getType());
                    small += size == Long.BYTES ? 0 : size;
                    large += size == Long.BYTES ? size : 0;
                    if (!field.getType().isPrimitive() && !type.getName().startsWith("java.")) {
                        visit(get(field, object));
                    }
                }
            }
        }
        long packed = HEADER + small + large;
        add(object.getClass().getSimpleName(), aligned(large == 0 ? packed : Math.max(packed, ARRAY_HEADER + large)));
    }

    private static @Nullable Object get(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("no " + field, e);
        }
    }

    private static int size(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == boolean.class || type == byte.class) {
            return Byte.BYTES;
        }
        return type == short.class || type == char.class ? Short.BYTES : REFERENCE;
    }

    private static long aligned(long bytes) {
        return (bytes + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    }

    private void add(String name, long bytes) {
        var sum = byClass.computeIfAbsent(name, any -> new long[2]);
        sum[0]++;
        sum[1] += bytes;
    }
}
