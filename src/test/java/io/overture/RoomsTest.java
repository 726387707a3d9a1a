package io.overture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between rooms: which package may know which. */
class RoomsTest {
    /** Beside these, every room that is not pure may use the values of the pure ones. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("visitor", Set.of()),
            Map.entry("trigger", Set.of("visitor")),
            Map.entry("engine", Set.of("visitor", "trigger")),
            Map.entry("wire", Set.of()),
            Map.entry("site", Set.of()),
            Map.entry("cli", Set.of()),
            Map.entry("redis", Set.of()),
            Map.entry("store", Set.of("redis", "journal")),
            Map.entry("journal", Set.of("redis", "wire")),
            Map.entry("trace", Set.of()),
            Map.entry("push", Set.of("redis", "store", "offer", "trace")),
            Map.entry("offer", Set.of()),
            Map.entry("client", Set.of("wire", "document", "redis", "site")),
            Map.entry("catalog", Set.of("document", "redis", "site")),
            Map.entry("document", Set.of("wire")),
            Map.entry("export", Set.of("wire", "document", "journal", "redis", "store")),
            Map.entry("book", Set.of("document", "offer")),
            Map.entry("pricing", Set.of("document")),
            Map.entry("lift", Set.of("document")),
            Map.entry(
                    "flow",
                    Set.of("redis", "journal", "store", "push", "offer", "book", "catalog", "client", "site", "trace")),
            Map.entry("traffic", Set.of("wire", "document", "redis", "store", "site")),
            Map.entry("passport", Set.of("client", "document", "flow", "redis", "roster", "store")),
            Map.entry(
                    "intake",
                    Set.of("wire", "document", "flow", "push", "client", "site", "traffic", "passport", "trace")),
            Map.entry("roster", Set.of("document", "redis", "site", "offer")),
            Map.entry(
                    "desk",
                    Set.of(
                            "wire", "roster", "flow", "redis", "store", "push", "client", "offer", "site", "book",
                            "trace")),
            Map.entry("aftercare", Set.of("client", "desk", "document", "flow", "redis", "roster", "site")),
            Map.entry("dossier", Set.of("flow", "client", "book", "catalog", "document", "redis", "roster", "site")),
            Map.entry(
                    "advisor",
                    Set.of(
                            "wire", "desk", "dossier", "roster", "flow", "redis", "push", "client", "site", "book",
                            "trace")));

    private static final Set<String> PURE = Set.of("visitor", "trigger", "engine");

    /** These may use any room and be used by none. */
    private static final Set<String> OUTERMOST = Set.of("ops", "demo");

    private static final JavaClasses HOUSE = new ClassFileImporter().importPath(Path.of("target/classes"));

    static Set<String> rooms() {
        return MAY_USE.keySet();
    }

    @Test
    void every_room_that_is_named_here_exists() {
        var named = Stream.of(
                        MAY_USE.keySet().stream(),
                        MAY_USE.values().stream().flatMap(Set::stream),
                        PURE.stream(),
                        OUTERMOST.stream())
                .flatMap(Function.identity());

        assertThat(named).allMatch(room -> HOUSE.containPackage("io.overture." + room));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_knows_only_the_rooms_it_may(String room) {
        var allowed = Stream.of(Set.of(room), MAY_USE.get(room), PURE.contains(room) ? Set.<String>of() : PURE)
                .flatMap(Set::stream)
                .map(RoomsTest::packages)
                .toArray(String[]::new);

        noClasses()
                .that(resideInAPackage(packages(room)))
                .should()
                .dependOnClassesThat(resideInAPackage("io.overture..").and(not(resideInAnyPackage(allowed))))
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"visitor", "trigger", "engine"})
    void the_pure_rooms_use_the_language_and_money_and_nothing_else(String room) {
        classes()
                .that(resideInAPackage(packages(room)))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.joda.money..", "org.jspecify..", "io.overture.."))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"visitor", "trigger", "engine"})
    void the_pure_rooms_are_told_the_time_and_draw_no_lots(String room) {
        noClasses()
                .that(resideInAPackage(packages(room)))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.util.random", "java.io", "java.net", "java.nio.file"))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void every_class_lives_in_a_room() {
        var rooms = Stream.concat(MAY_USE.keySet().stream(), OUTERMOST.stream())
                .map(RoomsTest::packages)
                .toArray(String[]::new);

        classes().should().resideInAnyPackage(rooms).check(HOUSE);
    }

    @Test
    void rooms_form_no_circle() {
        slices().matching("io.overture.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void a_package_is_named_after_what_it_is_about_and_not_after_a_layer() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..controller..",
                        "..controllers..",
                        "..service..",
                        "..services..",
                        "..util..",
                        "..utils..",
                        "..dto..",
                        "..model..",
                        "..impl..")
                .check(HOUSE);
    }

    private static String packages(String room) {
        return "io.overture." + room + "..";
    }
}
