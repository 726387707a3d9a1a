package io.overture.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Objects are those that Jackson's generator would have written. */
class JsonOutTest {

    private static final JsonFactory JACKSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @Property(tries = 500)
    void texts_and_numbers_are_written_as_jackson_writes_them(
            @ForAll String name, @ForAll List<String> texts, @ForAll long number, @ForAll BigDecimal amount)
            throws IOException {
        var text = new StringWriter();
        try (var jackson = JACKSON.createGenerator(text)) {
            jackson.writeStartObject();
            jackson.writeArrayFieldStart("texts");
            for (var each : texts) {
                jackson.writeString(each);
            }
            jackson.writeEndArray();
            jackson.writeNumberField(name, number);
            jackson.writeNumberField("amount", amount);
            jackson.writeEndObject();
        }

        JsonOut.Part ours =
                out -> out.texts("texts", texts).number(name, number).amount("amount", amount);

        assertThat(JsonOut.object(ours)).isEqualTo(text.toString());
        assertThat(JsonOut.utf8(ours)).isEqualTo(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Example
    void every_control_character_is_escaped() throws IOException {
        var every = new StringBuilder();
        for (char c = 0; c < 0x180; c++) {
            every.append(c);
        }
        var text = new StringWriter();
        try (var jackson = JACKSON.createGenerator(text)) {
            jackson.writeStartObject();
            jackson.writeStringField("all", every.toString());
            jackson.writeEndObject();
        }

        assertThat(JsonOut.object(out -> out.text("all", every.toString()))).isEqualTo(text.toString());
    }

    @Example
    void what_is_null_is_left_out_and_what_is_within_has_its_commas() {
        var json = JsonOut.object(out -> out.text("none", null)
                .object("empty", within -> {})
                .array(
                        "list",
                        List.of(1, 2),
                        (within, value) -> within.number("n", value).flag("odd", value % 2 == 1))
                .array("nobody", List.of(), (within, value) -> {})
                .amount("price", new BigDecimal("1E+3"))
                .instant("never", null)
                .instant("at", Instant.ofEpochMilli(5)));

        assertThat(json)
                .isEqualTo("{\"empty\":{},\"list\":[{\"n\":1,\"odd\":true},{\"n\":2,\"odd\":false}],\"nobody\":[],"
                        + "\"price\":1000,\"at\":5}");
    }

    @Example
    void an_object_may_need_another_meanwhile() {
        var json = JsonOut.object(out ->
                out.text("a", JsonOut.object(other -> other.number("b", 1))).text("c", "d"));

        assertThat(json).isEqualTo("{\"a\":\"{\\\"b\\\":1}\",\"c\":\"d\"}");
    }

    @Example
    void what_fails_leaves_nothing_behind() {
        assertThatThrownBy(() -> JsonOut.object(out -> {
                    out.text("half", "x");
                    throw new IOException("no more");
                }))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(JsonOut.object(out -> out.number("whole", 1))).isEqualTo("{\"whole\":1}");
    }
}
