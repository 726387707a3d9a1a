package io.overture.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names that the files for operators give to settings. */
final class Deployments {
    private static final Pattern VARIABLE = Pattern.compile("\\b(?:QUARKUS|OVERTURE)_[A-Z0-9_]+\\b");

    private Deployments() {}

    /** Every environment variable of ours or Quarkus' that {@code k8s/} and {@code docker/} mention. */
    static Set<String> variables() {
        var names = new TreeSet<String>();
        Stream.of(Path.of("k8s"), Path.of("docker")).forEach(folder -> {
            try (var files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .flatMap(file -> VARIABLE.matcher(Documents.text(file)).results())
                        .forEach(match -> names.add(match.group()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return names;
    }
}
