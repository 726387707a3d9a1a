package io.overture.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A packaged application and the settings it is started with.
 *
 * @param name what its column is called
 */
record Build(String name, List<String> command) {

    private static final String HEAP = "-Xmx512m";
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** How every JVM that is measured starts; what a build asks for itself comes after it and wins. */
    static final List<String> JVM =
            List.of(JAVA, HEAP, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    /**
     * @param argument {@code BUILD@key=value,…}: the directory of a packaged application, or an executable; then settings,
     *     and options of the JVM, which begin with {@code -}
     */
    static Build of(String argument) {
        int at = argument.indexOf('@');
        var place = Path.of(at < 0 ? argument : argument.substring(0, at));
        var options = at < 0 ? List.<String>of() : options(argument.substring(at + 1));
        return new Build(argument, command(place, options));
    }

    Build named(String other) {
        return new Build(other, command);
    }

    /** The same, started with one more option. */
    Build with(String... options) {
        var all = new ArrayList<>(command);
        all.addAll(1, List.of(options));
        return new Build(name, all);
    }

    boolean onJvm() {
        return command.getFirst().equals(JAVA);
    }

    private static List<String> command(Path place, List<String> options) {
        var jar = place.resolve("quarkus-run.jar");
        var command = new ArrayList<String>();
        if (Files.isRegularFile(jar)) {
            command.addAll(JVM);
            command.addAll(options);
            command.addAll(List.of("-jar", jar.toString()));
        } else if (Files.isRegularFile(place) && Files.isExecutable(place)) {
            command.addAll(List.of(place.toAbsolutePath().toString(), HEAP));
            command.addAll(options);
        } else {
            throw new IllegalArgumentException(place + " is neither a packaged application nor an executable");
        }
        return List.copyOf(command);
    }

    private static List<String> options(String settings) {
        return Stream.of(settings.split(","))
                .map(each -> each.startsWith("-") ? each : "-D" + each)
                .toList();
    }
}
