package io.overture.deploy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our own settings: structure and defaults from the mapping interfaces' classes, meanings from their Javadoc. */
final class OvertureSettings {
    private static final Path SOURCES = Path.of("src/main/java");

    /** Injected one by one, where no interface could say what they mean. */
    private static final List<Setting> ALONE = List.of(
            new Setting(
                    "overture.book",
                    "path",
                    "the built-in book",
                    "The trigger book, YAML or JSON; a wrong one stops the start."),
            new Setting(
                    "overture.desks",
                    "path",
                    "no desks",
                    "The house's desks, YAML or JSON, until others are put; wrong ones stop the start."),
            new Setting(
                    "overture.region",
                    "text",
                    "`local`",
                    "Label of every metric, and the mark of its Redis: a node of another region does not start on it."));

    /** Settings that belong together. */
    record Group(String prefix, String meaning, List<Setting> settings) {

        private Group and(Group other) {
            return new Group(
                    prefix,
                    meaning + " " + other.meaning,
                    Stream.concat(settings.stream(), other.settings.stream()).toList());
        }
    }

    private final JavadocOf javadoc = JavadocOf.interfacesUnder(SOURCES);

    static List<Setting> alone() {
        return ALONE;
    }

    List<Group> groups() {
        return javadoc.interfaces().stream()
                .map(OvertureSettings::load)
                .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                .map(type -> {
                    var prefix = type.getAnnotation(ConfigMapping.class).prefix();
                    var meaning = javadoc.of(type.getName()).replaceFirst("^`" + prefix + "`: ", "");
                    return new Group(
                            prefix,
                            Prose.sentence(meaning),
                            settings(prefix, type).toList());
                })
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(Group::prefix, group -> group, Group::and, TreeMap::new),
                        byPrefix -> List.copyOf(byPrefix.values())));
    }

    private Stream<Setting> settings(String prefix, Class<?> type) {
        return javadoc.methods(type.getName()).stream().flatMap(name -> settings(prefix, type, method(type, name)));
    }

    private Stream<Setting> settings(String prefix, Class<?> in, Method method) {
        var name = method.isAnnotationPresent(WithParentName.class) ? prefix : prefix + "." + name(method);
        var type = unwrapped(method.getGenericReturnType());
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return settings(name + ".<key>", (Class<?>) map.getActualTypeArguments()[1]);
        }
        if (type instanceof Class<?> group && javadoc.interfaces().contains(group.getName()) && !group.isEnum()) {
            return settings(name, group);
        }
        var standard = Optional.ofNullable(method.getAnnotation(WithDefault.class))
                .map(WithDefault::value)
                .map(value -> "`" + value + "`")
                .orElse("");
        return Stream.of(new Setting(name, word(type), standard, javadoc.of(in.getName() + "#" + method.getName())));
    }

    private static Type unwrapped(Type type) {
        return type instanceof ParameterizedType some && some.getRawType() == Optional.class
                ? some.getActualTypeArguments()[0]
                : type;
    }

    private static String word(Type type) {
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class -> "list of " + word(list.getActualTypeArguments()[0]);
            case Class<?> choice
            when choice.isEnum() ->
                Arrays.stream(choice.getEnumConstants())
                        .map(one ->
                                "`" + one.toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                        .collect(Collectors.joining(" or "));
            case Class<?> plain -> Words.of(plain.getSimpleName());
            default -> throw new IllegalStateException("A setting of type " + type);
        };
    }

    private static String name(Method method) {
        var given = method.getAnnotation(WithName.class);
        return given != null
                ? given.value()
                : method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, OvertureSettings.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
