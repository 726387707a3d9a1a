package io.overture.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.store.KeptVisitors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nodes of a release that is kept in the tree and of today's work on one Redis, as while a roll-out or a way back is under
 * way: each act is done by one of them, and neither can see from what it finds which of them did those before.
 */
class TwoReleasesTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/lua");
    private static final Pattern VERB = Pattern.compile("\\bverb(?:s\\[| == )'(\\w+)'");

    /** Who does what: one act each, by turns, or by lot. */
    private enum Order {
        ALL_TODAY,
        ALL_KEPT,
        TODAY_FIRST,
        KEPT_FIRST,
        UP,
        BACK,
        BY_LOT_1,
        BY_LOT_2,
        BY_LOT_3;

        boolean isToday(int act, int acts) {
            return switch (this) {
                case ALL_TODAY -> true;
                case ALL_KEPT -> false;
                case TODAY_FIRST -> act % 2 == 0;
                case KEPT_FIRST -> act % 2 == 1;
                case UP -> act >= acts / 2;
                case BACK -> act < acts / 2;
                case BY_LOT_1, BY_LOT_2, BY_LOT_3 -> new Random(31L * ordinal() + act).nextBoolean();
            };
        }
    }

    static Stream<Arguments> orders() throws IOException {
        return KeptVisitors.releases().stream()
                .flatMap(release -> Stream.of(Order.values()).map(order -> Arguments.of(release, order)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("orders")
    void neither_notices_the_other(String release, Order order) throws IOException {
        var kept = Artefacts.of(release);
        var acts = Artefacts.tried().stream().collect(Collectors.toMap(Act::name, act -> act));
        try (var both = new TwoReleases()) {
            var all = kept.acts();
            for (int i = 0; i < all.size(); i++) {
                var done = all.get(i);
                if (order.isToday(i, all.size())) {
                    assertThat(both.today(acts.get(done.act())).result())
                            .as("%s: what today's release makes of it", done.act())
                            .containsAll(done.result());
                } else {
                    both.kept(done, kept.scripts());
                }
            }
        }
    }

    @Test
    void the_newest_release_kept_every_act() throws IOException {
        var kept = Artefacts.of(KeptVisitors.releases().getLast());

        assertThat(kept.acts()).extracting(Artefacts.Done::act).containsExactlyElementsOf(names());
    }

    /** What no act runs is tried with no release. */
    @Test
    void every_verb_of_every_script_is_run_by_an_act() throws IOException {
        try (var alone = new TwoReleases();
                var files = Files.list(SCRIPTS)) {
            var said = Artefacts.tried().stream()
                    .flatMap(act -> alone.today(act).says().stream())
                    .filter(Said::isScript)
                    .toList();

            var idle = new ArrayList<String>();
            for (var file : files.toList()) {
                var source = Files.readString(file);
                var runs = said.stream()
                        .filter(each -> alone.source(each).contains(source))
                        .toList();
                if (runs.isEmpty()) {
                    idle.add(file.getFileName().toString());
                }
                verbs(source)
                        .filter(verb ->
                                runs.stream().noneMatch(run -> run.args().contains(verb)))
                        .forEach(verb -> idle.add(file.getFileName() + " " + verb));
            }

            assertThat(idle).isEmpty();
        }
    }

    private static Stream<String> verbs(String source) {
        return VERB.matcher(source).results().map(verb -> verb.group(1));
    }

    private static List<String> names() {
        return Artefacts.tried().stream().map(Act::name).toList();
    }
}
