package io.overture.executable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;

/** Files that code reads from the class path: the executable holds those it was told of. */
final class Resources {

    /** What Quarkus takes along by itself: its configuration, and what it serves as it stands. */
    private static final List<String> BY_ITSELF = List.of("application.properties", "META-INF/**");

    private Resources() {}

    /** Those that no pattern takes along. */
    static List<String> leftBehind(Collection<String> files, Collection<String> patterns) {
        return files.stream()
                .filter(file -> BY_ITSELF.stream().noneMatch(pattern -> matches(pattern, file)))
                .filter(file -> patterns.stream().noneMatch(pattern -> matches(pattern, file)))
                .toList();
    }

    /** Patterns that take nothing along. */
    static List<String> idle(Collection<String> files, Collection<String> patterns) {
        return patterns.stream()
                .filter(pattern -> files.stream().noneMatch(file -> matches(pattern, file)))
                .toList();
    }

    /** All that is no class, with slashes, below a folder of compiled classes. */
    static List<String> below(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(Predicate.not(name -> name.endsWith(".class")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of {@code quarkus.native.resources.includes}. */
    static List<String> included(Path properties) {
        try (var text = Files.newBufferedReader(properties)) {
            var settings = new Properties();
            settings.load(text);
            return List.of(
                    settings.getProperty("quarkus.native.resources.includes").split(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean matches(String pattern, String file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(file));
    }
}
