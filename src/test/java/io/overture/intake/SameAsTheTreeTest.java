package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Tab;
import io.overture.wire.Flaw;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever arrives, the reader answers exactly what the one it replaced does, which makes a tree of it first. */
class SameAsTheTreeTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final Tab TAB = new Tab("n1", "s1");

    private static final List<String> BEACONS = List.of(Documents.BEACON, """
            {"site": "demo", "visitor": "v7QvisitorvisitorvisitorVISITOR", "session": "s3fsessionsessionsession",
             "source": "p1", "seq": 3, "sentAt": 1764000000000, "signedOut": true, "consent": {"at": 1763000000000},
             "events": [{"name": "add_to_cart", "at": 1763999990000, "params": {"currency": "JPY", "items": [
              {"item_id": 17, "price": 0.5, "quantity": 0}, {"item_name": "a", "quantity": 2.50}]}},
             {"name": "mood", "at": 1, "params": {"a": 1.50, "list": [1], "b": true, "c": "x", "none": null}},
             {"name": "view_cart", "at": 1764000009999}]}""");

    private static final List<String> FRAMES = List.of(
            Documents.BEACON.replaceFirst("\\{", "{\"type\": \"beacon\", "),
            Documents.BEACON.replaceFirst("\\{", "{\"type\": \"hello\", "),
            "{\"type\": \"invitation\", \"id\": \"i1\", \"response\": \"accepted\", \"channel\": \"call\"}",
            "{\"type\": \"request\", \"id\": \"r1\", \"item\": \"W-100\", \"contact\": \" a \", \"note\": \"b\"}",
            "{\"type\": \"message\", \"conversation\": \"c1\", \"id\": \"m1\", \"text\": \"Good evening\", \"seq\": 1}",
            "{\"type\": \"seen\", \"conversation\": \"c1\", \"offset\": 4, \"source\": \"p1\"}",
            "{\"type\": \"feedback\", \"conversation\": \"c1\", \"score\": 4, \"seq\": 12}",
            "{\"type\": \"leave\", \"conversation\": \"c1\", \"id\": \"x\"}");

    @Property(tries = 8000, shrinking = ShrinkingMode.OFF)
    void odd_beacons(@ForAll long seed) {
        sameBeacon(OddBodies.of(BEACONS, new Random(seed)));
    }

    @Property(tries = 6000, shrinking = ShrinkingMode.OFF)
    void odd_frames(@ForAll long seed) {
        sameFrame(new String(OddBodies.of(FRAMES, new Random(seed)), StandardCharsets.UTF_8));
    }

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void anything_at_all(@ForAll byte[] bytes) {
        sameBeacon(bytes);
    }

    static Stream<String> bounds() {
        return Stream.of(
                "[".repeat(60_000),
                "[".repeat(20_000) + "]".repeat(20_000),
                "{\"a\":".repeat(9_000) + "1" + "}".repeat(9_000),
                "{\"a\":".repeat(9) + "[{\"b\":[1,{\"c\":{}}]},\"\\ud800\"]" + "}".repeat(9),
                "{\"a\":".repeat(9) + "[{\"b\":[1,{\"c\":{}]}]" + "}".repeat(9),
                "{\"" + "n".repeat(50_000) + "\": 1}",
                "{\"" + "n".repeat(50_001) + "\": 1}",
                "{\"" + "\\n".repeat(25_000) + "\": 1e}",
                "{" + "\"n\":0,".repeat(9_000) + "\"n\":0}",
                "{\"" + "~".repeat(500) + "\": [" + "\"\\ud800\",".repeat(1_000) + "1]}",
                "{\"a\": [" + "1e999,".repeat(8_000) + "1]}",
                Documents.BEACON + " ".repeat(40_000),
                " ".repeat(40_000) + Documents.BEACON + "{",
                Documents.BEACON + "\"",
                Documents.BEACON + " 12",
                Documents.BEACON + " 12x",
                Documents.BEACON + " 01",
                Documents.BEACON + " truex",
                Documents.BEACON + " true\"",
                Documents.BEACON + " :",
                "1e999x",
                "1e999",
                "1e999 ",
                "1e999\u000b",
                "\"\\ud800\"x",
                "\uFEFF",
                "\uFEFF\u0000");
    }

    @ParameterizedTest
    @MethodSource
    void bounds(String text) {
        sameBeacon(text.getBytes(StandardCharsets.UTF_8));
        sameFrame(text);
    }

    @Test
    void every_pair_of_bytes_in_a_string() {
        var body = "{\"site\": \"-??-\"}".getBytes(StandardCharsets.US_ASCII);
        for (int pair = 0; pair < 1 << 16; pair++) {
            body[11] = (byte) (pair >> 8);
            body[12] = (byte) pair;
            sameBeacon(body);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            https://www.Example.com/a?b=c
            https://user:secret@example.com:8443/x
            https://@:80
            https://a@:80/
            https://a@b@c/
            https://a@[::1]:80#x
            https://[::1]x/
            https://[::1
            https://[a/b]
            https://[]/
            https://a:b@c:d
            https://a:80:90/
            https://a:/
            https:///x
            https://?x@y
            1https://a/
            h+.-1://a
            h_://a
            a:b://c
            ://a
            """)
    void a_referrers_host(String referrer) {
        for (var end : List.of("", "\n", "/\n", "#\r", "?\u2028x", "\u0085", "?a\tb")) {
            assertThat(Contexts.host(referrer + end)).isEqualTo(TreeBeacons.host(referrer + end));
        }
    }

    @Property(tries = 4000)
    void any_referrers_host(@ForAll long seed) {
        var random = new Random(seed);
        var text = new StringBuilder("h://");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append("aA1:@/?#[].\n".charAt(random.nextInt(12)));
        }

        assertThat(Contexts.host(text.toString())).isEqualTo(TreeBeacons.host(text.toString()));
    }

    private static void sameBeacon(byte[] body) {
        var expected = TreeBeacons.read(body.clone(), NOW);

        var decoded = BeaconReader.read(body.clone(), NOW);

        if (!decoded.equals(expected)) {
            assertThat(flaws(decoded)).as(shown(body)).isEqualTo(flaws(expected));
            assertThat(decoded).as(shown(body)).isEqualTo(expected);
        }
    }

    private static void sameFrame(String text) {
        var expected = comparable(TreeFrames.read(text, NOW));

        var frame = comparable(FrameReader.read(text, NOW));

        assertThat(frame).isEqualTo(expected);
    }

    private static List<Flaw> flaws(Decoded<?> decoded) {
        return decoded instanceof Decoded.Invalid<?> invalid ? invalid.flaws() : List.of();
    }

    private static String shown(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    /** A gesture is known by what comes of it. */
    private static List<Object> comparable(Frame frame) {
        return switch (frame) {
            case Frame.Invalid(Frame said, Frame.Echo echo, List<Flaw> flaws) -> List.of(comparable(said), echo, flaws);
            case Frame.Gesture gesture -> List.of(gesture.by(TAB));
            default -> List.of(frame);
        };
    }
}
