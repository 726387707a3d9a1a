package io.overture.store;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whatever a record holds, a line for each field: its path and its value, or that there is none. */
public final class FieldsOf {

    private final List<String> lines = new ArrayList<>();

    private FieldsOf() {}

    public static List<String> of(Object value) {
        var fields = new FieldsOf();
        fields.add("", value);
        return List.copyOf(fields.lines);
    }

    private void add(String path, @Nullable Object value) {
        switch (value) {
            case null -> lines.add(path + " absent");
            case Optional<?> optional -> add(path, optional.orElse(null));
            case Record record -> {
                if (isOneOfSeveral(record.getClass())) {
                    lines.add(path + " is " + record.getClass().getSimpleName());
                }
                for (var component : record.getClass().getRecordComponents()) {
                    add(path + "." + component.getName(), get(component, record));
                }
            }
            case Map<?, ?> none when none.isEmpty() -> lines.add(path + " empty");
            case Collection<?> none when none.isEmpty() -> lines.add(path + " empty");
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> String.valueOf(entry.getKey())))
                        .forEach(entry -> add(path + "[" + entry.getKey() + "]", entry.getValue()));
            case Set<?> all
            when all.size() > 1 ->
                add(
                        path,
                        all.stream()
                                .sorted(Comparator.comparing(String::valueOf))
                                .toList());
            case Collection<?> all -> {
                int i = 0;
                for (var each : all) {
                    add(path + "[" + i++ + "]", each);
                }
            }
            default -> lines.add(path + " = " + value);
        }
    }

    private static boolean isOneOfSeveral(Class<?> type) {
        for (var parent : type.getInterfaces()) {
            if (parent.isSealed()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object get(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no " + component, e);
        }
    }
}
