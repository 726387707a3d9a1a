package io.overture.executable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds within seconds what a build of the native executable would find after many minutes, or only a user of it. */
class ReadyToBuildTest {

    private static final Path COMPILED = Path.of("target/classes");
    private static final JavaClasses HOUSE = new ClassFileImporter().importPath(COMPILED);
    private static final JavaClasses OFFENDERS =
            new ClassFileImporter().importClasses(Offenders.class.getDeclaredClasses());

    @ParameterizedTest
    @EnumSource
    void the_house_keeps_the_rule(Rules each) {
        each.rule.check(HOUSE);
    }

    @ParameterizedTest
    @EnumSource
    void who_breaks_the_rule_is_found(Rules each) {
        var found = each.rule.evaluate(OFFENDERS).getFailureReport().getDetails();

        assertThat(found)
                .isNotEmpty()
                .allMatch(said -> said.contains(Offenders.of(each).getSimpleName()));
    }

    @Test
    void every_file_the_code_may_read_is_taken_along() {
        var left = Resources.leftBehind(Resources.below(COMPILED), patterns());

        assertThat(left).isEmpty();
    }

    @Test
    void every_pattern_of_files_takes_something_along() {
        var files = Stream.concat(Resources.below(COMPILED).stream(), Stream.of("org/joda/money/CurrencyData.csv"));

        var idle = Resources.idle(files.toList(), patterns());

        // The front ends are built apart: without them there is no console to take along.
        assertThat(idle).isSubsetOf("console/**");
    }

    @Test
    void a_file_nobody_takes_along_is_found() {
        var left = Resources.leftBehind(
                List.of("lua/commit.lua", "lua/more/deep.lua", "words/en.yaml", "META-INF/openapi.yaml"),
                List.of("lua/*.lua", "books/*.yaml"));

        assertThat(left).containsExactly("lua/more/deep.lua", "words/en.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"org/joda/money/CurrencyData.csv", "org/joda/money/CountryData.csv"})
    void the_tables_of_money_are_where_they_are_taken_from(String file) {
        assertThat(getClass().getResource("/" + file)).isNotNull();
    }

    @Test
    void what_caches_are_made_of_is_registered() {
        var registered = Registered.named(HOUSE);

        var missing = Caches.needed(HOUSE).stream().filter(name -> !Caches.isUsual(name) && !registered.contains(name));

        assertThat(missing).isEmpty();
    }

    @Test
    void what_a_cache_is_made_of_is_found() {
        var needed = Caches.needed(OFFENDERS);

        assertThat(needed)
                .isEqualTo(Set.of("com.github.benmanes.caffeine.cache.SSMW", "com.github.benmanes.caffeine.cache.PSMW"))
                .filteredOn(name -> !Caches.isUsual(name))
                .containsExactly("com.github.benmanes.caffeine.cache.SSMW");
    }

    @Test
    void what_is_registered_by_name_exists() {
        assertThat(Registered.named(HOUSE))
                .isNotEmpty()
                .allSatisfy(name -> assertThatCode(() -> Class.forName(name)).doesNotThrowAnyException());
    }

    private static List<String> patterns() {
        return Resources.included(Path.of("src/main/resources/application.properties"));
    }
}
