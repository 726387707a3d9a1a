package io.overture.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A desk of many advisors, who sign in as in the demo: the password is the name. Its files go when it is closed. */
final class Roster implements AutoCloseable {

    private final Path desks;
    private final Path users;

    Roster(int advisors) {
        try {
            desks = Files.createTempFile("desks", ".yaml");
            users = Files.createTempFile("advisors", ".properties");
            Files.writeString(
                    desks,
                    Files.readString(Path.of("bench/desks.yaml")) + lines(advisors, number -> """
                          - {id: bench%1$s, name: Advisor %1$s, title: Client advisor, capacity: 5}
                    """.formatted(number)));
            Files.writeString(users, lines(advisors, number -> """
                    quarkus.security.users.embedded.users.bench%1$s=bench%1$s
                    quarkus.security.users.embedded.roles.bench%1$s=advisor
                    """.formatted(number)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Environment of a node with this desk: no offer without somebody's slot. */
    Map<String, String> settings() {
        return Map.of(
                "OVERTURE_DESKS", desks.toString(),
                "OVERTURE_DESK_STAFFING", "live",
                "QUARKUS_CONFIG_LOCATIONS", users.toString());
    }

    private static String lines(int advisors, Function<String, String> each) {
        return IntStream.rangeClosed(1, advisors)
                .mapToObj("%03d"::formatted)
                .map(each)
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        try {
            Files.delete(desks);
            Files.delete(users);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
