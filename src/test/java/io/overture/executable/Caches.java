package io.overture.executable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Caffeine generates a class for each kind of cache, and one for each kind of entry, and looks them up by name. Quarkus
 * registers the usual ones; {@link #needed} says which ones the house's caches are made of.
 */
final class Caches {

    private static final String QUARKUS_LIST = "/io/quarkus/caffeine/runtime/graal/CacheConstructorsFeature.class";
    private static final Set<String> NO_KIND = Set.of("newBuilder", "build", "executor", "initialCapacity");

    private Caches() {}

    /** Full names, of all caches that these classes make. */
    static Set<String> needed(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .map(Caches::settings)
                .filter(settings -> settings.contains("newBuilder"))
                .flatMap(settings -> classesOf(like(settings)))
                .collect(Collectors.toSet());
    }

    /** Whether Quarkus registers that class: it names it in its own code. */
    static boolean isUsual(String name) {
        try (var list = Caches.class.getResourceAsStream(QUARKUS_LIST)) {
            if (list == null) {
                throw new IllegalStateException("Quarkus' list of caches is no longer at " + QUARKUS_LIST);
            }
            // A text in a class file follows its length in two bytes: so one that only begins so is another.
            var constant = "" + (char) (name.length() >> 8) + (char) (name.length() & 0xff) + name;
            return new String(list.readAllBytes(), StandardCharsets.ISO_8859_1).contains(constant);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> settings(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().getFullName().equals(Caffeine.class.getName()))
                .map(JavaAccess::getName)
                .toList();
    }

    /** A cache of the same kind; only which limits it has matters, not how narrow they are. */
    private static Cache<Object, Object> like(List<String> settings) {
        Caffeine<Object, Object> builder = Caffeine.newBuilder();
        for (var setting : settings) {
            switch (setting) {
                case "maximumSize" -> builder.maximumSize(1);
                case "maximumWeight" -> builder.maximumWeight(1);
                case "weigher" -> builder.weigher((key, value) -> 1);
                case "expireAfterWrite" -> builder.expireAfterWrite(Duration.ofHours(1));
                case "expireAfterAccess" -> builder.expireAfterAccess(Duration.ofHours(1));
                default -> {
                    if (!NO_KIND.contains(setting)) {
                        throw new AssertionError("Tell this test whether " + setting + " makes another kind of cache.");
                    }
                }
            }
        }
        return builder.build();
    }

    /** Of the cache behind the handle, and of what makes its entries. */
    private static Stream<String> classesOf(Cache<Object, Object> cache) {
        var behind = field(cache, "cache");
        return Stream.of(behind, field(behind, "nodeFactory"))
                .map(each -> each.getClass().getName());
    }

    private static Object field(Object of, String name) {
        for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
            try {
                var field = type.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(of);
            } catch (NoSuchFieldException further) {
                continue;
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("no " + name + " in " + of.getClass());
    }
}
