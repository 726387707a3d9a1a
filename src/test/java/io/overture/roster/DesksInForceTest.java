package io.overture.roster;

import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.overture.document.Format;
import io.overture.store.EmptyRedis;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DesksInForceTest {

    private static final byte[] ONE = desk("one");
    private static final byte[] TWO = desk("two");

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private DesksInForce here;
    private DesksInForce there;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        here = node();
        there = node();
    }

    @Test
    void what_is_put_is_in_force_here_at_once_and_elsewhere_at_the_next_look() {
        get(here.put(ONE, Format.YAML, Optional.empty()));
        var elsewhereBefore = there.inForce();
        get(there.look());

        assertThat(here.inForce().find("one")).isPresent();
        assertThat(elsewhereBefore).isEqualTo(Desks.NONE);
        assertThat(there.asWritten()).isEqualTo(here.asWritten());
    }

    @Test
    void it_survives_a_restart() {
        get(here.put(ONE, Format.YAML, Optional.empty()));
        var restarted = node();

        get(restarted.look());

        assertThat(restarted.inForce().find("one")).isPresent();
    }

    @Test
    void the_newer_version_wins_everywhere() {
        get(here.put(ONE, Format.YAML, Optional.empty()));
        get(there.put(TWO, Format.YAML, Optional.empty()));

        get(here.look());
        get(there.look());

        assertThat(here.asWritten().version()).isEqualTo(2);
        assertThat(here.inForce().find("two")).isPresent();
        assertThat(there.asWritten()).isEqualTo(here.asWritten());
    }

    @Test
    void the_same_text_again_is_no_new_version() {
        get(here.put(ONE, Format.YAML, Optional.empty()));

        get(there.put(ONE, Format.YAML, Optional.empty()));

        assertThat(there.asWritten().version()).isEqualTo(1);
    }

    @Test
    void who_has_seen_what_there_is_may_put_others_and_nobody_else() {
        var before = here.asWritten().digest();

        var first = get(here.put(ONE, Format.YAML, Optional.of(before)));
        var second = get(there.put(TWO, Format.YAML, Optional.of(before)));

        assertThat(first).isInstanceOf(DesksInForce.Put.Done.class);
        assertThat(second).isInstanceOf(DesksInForce.Put.Overtaken.class);
        get(there.look());
        assertThat(there.inForce().find("one")).isPresent();
    }

    @Test
    void what_is_wrong_changes_nothing() {
        get(here.put(ONE, Format.YAML, Optional.empty()));

        var put = get(here.put("desks: [{}]".getBytes(UTF_8), Format.YAML, Optional.empty()));

        assertThat(put).isInstanceOf(DesksInForce.Put.Wrong.class);
        assertThat(here.inForce().find("one")).isPresent();
    }

    @Test
    void what_a_newer_release_wrote_and_this_one_cannot_read_is_refused() {
        get(here.put(ONE, Format.YAML, Optional.empty()));
        ask(REDIS.lanes(), Command.HSET, "ov:desks", "version", "2", "text", "desks: [{robots: 3}]");

        get(here.look());

        assertThat(here.inForce().find("one")).isPresent();
    }

    @Test
    void a_node_starts_with_the_file_of_the_house() throws IOException {
        var file = Files.write(folder.resolve("desks.yaml"), ONE);

        var desks = DesksSource.of(Optional.of(file), true);

        assertThat(desks.desks().find("one")).isPresent();
    }

    @Test
    void a_wrong_file_stops_the_start_and_says_all_that_is_wrong() throws IOException {
        var file = Files.writeString(folder.resolve("desks.yaml"), "desks:\n  - id: a b\n    keep: 3\n");

        assertThatThrownBy(() -> DesksSource.of(Optional.of(file), false))
                .isInstanceOf(UnusableDesks.class)
                .hasMessageContainingAll("desks.yaml", "/desks/0/id", "(line 2)", "/desks/0/keep", "/desks/0/hours");
    }

    @Test
    void a_file_that_is_not_there_stops_the_start() {
        assertThatThrownBy(() -> DesksSource.of(Optional.of(folder.resolve("none.yaml")), false))
                .isInstanceOf(UnusableDesks.class)
                .hasMessageContaining("none.yaml: there is no such file");
    }

    private static DesksInForce node() {
        return new DesksInForce(new DesksStore(REDIS.lanes()), DesksAsWritten.NONE);
    }

    private static byte[] desk(String id) {
        return """
                desks:
                  - id: %s
                    languages: [en]
                    hours: {zone: Europe/Paris, week: {daily: "10:00-19:00"}}
                    advisors: [{id: ada, name: Ada, title: Advisor}]
                """.formatted(id).getBytes(UTF_8);
    }
}
