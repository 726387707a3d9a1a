package io.overture.book;

import static io.overture.book.Written.book;
import static io.overture.book.Written.errors;
import static io.overture.book.Written.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.document.Errors;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are no tree, or not one we would build. */
class UnreadableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# nothing but a comment", "---"})
    void nothingIsNoBook(String text) {
        assertThat(errors(Written.yaml(text))).hasSize(1);
    }

    @Test
    void aFaultOfSyntaxIsToldWithLineAndColumn() {
        var errors = errors(Written.yaml("currency: EUR\ntriggers: [{id: a\n"));

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEmpty();
            assertThat(error.detail()).startsWith("The text is not YAML").contains("(line 3, column 1)");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"currency\": \"EUR\",}", "{'currency': 'EUR'}", "currency: EUR", "{\"a\": 01}"})
    void whatIsSentAsJsonMustBeJson(String text) {
        assertThat(errors(Written.json(text)))
                .singleElement()
                .satisfies(error -> assertThat(error.detail())
                        .startsWith("The text is not JSON")
                        .doesNotContain("jackson")
                        .doesNotContain("java"));
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(errors(Written.yaml(book("floor: 0") + "\n---\n" + book("floor: 1"))))
                .singleElement()
                .satisfies(error -> assertThat(error.detail()).contains("more than one document"));
        assertThat(Written.pointers(Written.json("{\"currency\": \"EUR\", \"triggers\": []} {}")))
                .containsExactly("");
    }

    @Test
    void aliasesAreRefusedWhereTheyStand() {
        var text = book("limits: &l {perSession: 1}\nrelationship: *l\ntriggers: [*l, *l]");

        assertThat(Written.pointers(Written.yaml(text)))
                .containsExactlyInAnyOrder("/relationship", "/triggers/0", "/triggers/1");
    }

    @Test
    void aBombDoesNotGoOff() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }

        assertThat(errors(Written.yaml(bomb.toString()))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, true", "6, false"})
    void depthIsBounded(int nested, boolean fits) {
        var condition = "{all: [".repeat(nested) + "{idle: {atLeast: 1m}}" + "]}".repeat(nested);

        assertThat(errors(Written.yaml(when(condition))).isEmpty()).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void anAbyssIsLeftAlone(String step) {
        var text = step.repeat(20_000);

        assertThat(errors(Written.json(text))).isNotEmpty();
        assertThat(errors(Written.yaml(text))).isNotEmpty();
    }

    @Test
    void sizeIsBounded() {
        var most = book("floor: 0") + "\n#" + "x".repeat(BookReader.MOST_BYTES);
        var errors = errors(Written.yaml(most));

        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error.detail()).contains("1024 KiB"));
    }

    @Test
    void aTextMustBeUtf8() {
        var latin = book("triggers: [{id: é}]").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(errors(Written.bytes(latin)))
                .singleElement()
                .satisfies(error -> assertThat(error.detail()).contains("UTF-8"));
    }

    @Test
    void controlCharactersAreRefused() {
        assertThat(errors(Written.yaml(book("floor: 0 # \u0000")))).isNotEmpty();
    }

    @Test
    void aThousandDescribedTriggersAreRead() {
        var one = "{id: t%d, describe: \"%s\", when: {all: [{dwell: {atLeast: 5m, within: 30m, category: c%d}}, {stake:"
                + " {atLeast: 2500}}, {not: {event: {name: e%d, atLeast: 1, within: 1h}}}]}, intent: 0.5, offer:"
                + " {copy: assistance, channels: [chat, call]}}, ";
        var triggers = new StringBuilder();
        for (int i = 0; i < TriggerReader.MOST; i++) {
            triggers.append(one.formatted(i, "x".repeat(512), i, i));
        }

        assertThat(errors(Written.yaml(book("triggers: [" + triggers + "]")))).isEmpty();
    }

    @Test
    void tooManyTriggersAreRefused() {
        var one = "{id: t%d, when: {idle: {atLeast: 1m}}, intent: 1, alert: {}}, ";
        var triggers = new StringBuilder();
        for (int i = 0; i <= TriggerReader.MOST; i++) {
            triggers.append(one.formatted(i));
        }

        assertThat(Written.pointers(Written.yaml(book("triggers: [" + triggers + "]"))))
                .containsExactly("/triggers");
    }

    @Test
    void noMoreErrorsAreToldThanAnyoneReads() {
        var errors = errors(Written.yaml(
                book("triggers: [" + "x, ".repeat(5_000).substring(0, 300) + "]") + "\nholdout: {" + tiers(500) + "}"));

        assertThat(errors).hasSize(Errors.MOST);
    }

    private static String tiers(int count) {
        var tiers = new StringBuilder();
        for (int i = 0; i < count; i++) {
            tiers.append("t").append(i).append(": x, ");
        }
        return tiers.toString();
    }
}
