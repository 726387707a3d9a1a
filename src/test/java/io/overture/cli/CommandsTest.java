package io.overture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands do before they speak to anybody. */
class CommandsTest {

    @TempDir
    Path folder;

    private record Ran(int code, String out, String err) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node | Did you mean",
                "nodes more | more",
                "nodes --urls x | --urls",
                "nodes --url | --url",
                "nodes --url ftp://h | not the address of a service",
                "nodes --url http://h/?q | not the address of a service",
                "nodes --url http://me:pw@h | holds no credentials",
                "nodes --url http://127.0.0.1:1 --timeout 0 | at least one second",
                "nodes --url http://127.0.0.1:1 --timeout soon | --timeout",
                "nodes --token-file /no/such | cannot be read",
                "nodes --ca-file /no/such | cannot be read",
                "drain | NODE",
                "drain one two | two",
                "doctor --quick | --quick",
                "erase --client c | --regions",
                "erase --regions http://127.0.0.1:1 | Whom?",
                "erase --client c --regions nowhere | not the address of a service",
                "erase --from /no/such --regions http://127.0.0.1:1 | cannot be read",
                "serve more | more",
            })
    void what_is_asked_wrongly(String args, String says) {
        var ran = run(Map.of(), "", args.split(" "));

        assertThat(ran.code()).isEqualTo(Exit.ERROR);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("overture: ")
                .contains(says)
                .doesNotContain("pw@")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodes", "drain", "doctor", "erase", "serve"})
    void every_command_explains_itself(String command) {
        var ran = run(Map.of(), "", command, "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("Usage: overture " + command)
                .contains("--help")
                .doesNotContain("@|");
    }

    @Test
    void an_empty_token_and_one_with_a_line_break_are_refused_unseen() throws Exception {
        var empty = Files.writeString(folder.resolve("empty"), " \n");
        var broken = Files.writeString(folder.resolve("broken"), "secret\nHeader: value");

        for (var file : new Path[] {empty, broken}) {
            var ran = run(Map.of(), "", "nodes", "--url", "http://127.0.0.1:1", "--token-file", file.toString());

            assertThat(ran.code()).isEqualTo(Exit.ERROR);
            assertThat(ran.err()).contains("holds no token").doesNotContain("secret");
        }
    }

    @Test
    void nobody_is_erased_while_one_line_is_not_understood() {
        var lines =
                "{\"client\": \"a\"}\n\nnonsense\n{\"order\": 1}\n{\"client\": \"sha256:x\", \"pseudonymous\": true}\n";

        var ran = run(Map.of(), lines, "erase", "--from", "-", "--regions", "http://127.0.0.1:1");

        assertThat(ran.code()).isEqualTo(Exit.ERROR);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("line 3:", "line 4:", "line 5:").doesNotContain("line 1:");
    }

    @Test
    void credentials_without_tls_are_warned_of_and_on_this_machine_they_are_not() {
        var token = Map.of("OVERTURE_TOKEN", "abc");

        var here = run(token, "", "nodes", "--url", "http://127.0.0.1:1");
        var elsewhere = run(token, "", "nodes", "--url", "http://host.invalid:1", "--timeout", "1");

        assertThat(here.err()).doesNotContain("warning");
        assertThat(elsewhere.err()).contains("warning: credentials go to").doesNotContain("abc");
    }

    @Test
    void a_region_that_is_dead_leaves_a_receipt_that_says_so() {
        var ran = run(
                Map.of(), "", "erase", "--json", "--client", "c", "--patience", "0", "--regions", "http://127.0.0.1:1");

        assertThat(ran.code()).isEqualTo(Exit.ERROR);
        assertThat(ran.out()).contains("\"client\":\"c\"").contains("\"state\":\"unconfirmed\"");
        assertThat(ran.err()).contains("not confirmed by http://127.0.0.1:1");
    }

    /** What the annotation processor makes; without it the executable knows no option. */
    @Test
    void native_image_is_told_of_every_class_with_options() throws Exception {
        var told = Files.readString(Path.of(
                "target/classes/META-INF/native-image/picocli-generated/io.overture/overture/reflect-config.json"));

        for (var type : new Class<?>[] {
            Root.class,
            NodesCommand.class,
            DrainCommand.class,
            DoctorCommand.class,
            EraseCommand.class,
            Serve.class,
            Reach.class,
            Version.class
        }) {
            assertThat(told).contains("\"" + type.getName() + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"a/b, a%2Fb", "a b+é, a%20b%2B%C3%A9", ".., %2E%2E", "a.b, a.b"})
    void an_id_is_one_segment_of_a_path(String id, String segment) {
        assertThat(Service.segment(id)).isEqualTo(segment);
    }

    @Test
    void columns_are_as_wide_as_what_is_in_them() {
        var table = new Table("A", "LONG");
        table.row("wider", "x");

        assertThat(table.lines()).containsExactly("A      LONG", "wider  x");
    }

    private static Ran run(Map<String, String> environment, String input, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(
                name -> Optional.ofNullable(environment.get(name)),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err));
        int code = Commands.run(terminal, args);
        return new Ran(code, out.toString(), err.toString());
    }
}
