package io.overture.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Small texts that mean much, and values that nothing can hold. */
final class Hostile {

    /** What each door must still answer as a fault of the sender's; a word for each. */
    static final Map<String, String> NUMBERS = Map.of(
            "no double",
            "1e9999999999",
            "no point so far left",
            "1e-9999999999",
            "a million digits when written out",
            "1e1000000",
            "a million decimals",
            "1e-1000000",
            "more digits than anybody means",
            "9".repeat(900));

    /** As quoted values, which JSON and YAML both have. */
    static final Map<String, String> TEXTS = Map.of(
            "half a pair", "\"\\ud800\"",
            "the other half", "\"x\\udc00\"",
            "halves the wrong way round", "\"\\udc00\\ud800\"");

    private Hostile() {}

    /** Whole bodies, as JSON and as YAML. */
    static Map<String, byte[]> bodies(boolean yaml) {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("an abyss of lists", bytes("[".repeat(20_000)));
        all.put("an abyss of maps", bytes("{\"a\":".repeat(20_000)));
        all.put("a deep tree, closed", bytes("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)));
        all.put("a long name over many values", longNameOverMany());
        all.put("many names", bytes(names(6_000)));
        all.put("names that collide", bytes(collisions()));
        all.put("half a pair as a name", bytes("{\"\\ud800\": 1}"));
        all.put("the same name, often", bytes("{" + "\"a\":1,".repeat(9_000) + "\"a\":1}"));
        all.put("only zeros", bytes("[" + "0,".repeat(30_000) + "0]"));
        all.put("no UTF-8", "{\"a\": \"é\"}".getBytes(ISO_8859_1));
        all.put("half a character", new byte[] {'{', '"', (byte) 0xE2, (byte) 0x82});
        all.put("a NUL", bytes("{\"a\": \"\u0000\"}"));
        all.put("nothing", new byte[0]);
        if (yaml) {
            all.put("aliases of aliases", bytes(aliases()));
            all.put("a tag of a class", bytes("a: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x\"]]"));
            all.put("a name in question", longNameInQuestion());
            all.put("dashes in a line", bytes("- ".repeat(30_000)));
            all.put("many documents", bytes("---\na: 1\n".repeat(9_000)));
        }
        return all;
    }

    /** A pointer to each of the values repeats the name: what used to fill a heap. */
    static byte[] longNameOverMany() {
        return bytes("{\"" + "k".repeat(20_000) + "\": [" + "0,".repeat(20_000) + "0]}");
    }

    /** The same, as YAML may write a name. */
    static byte[] longNameInQuestion() {
        return bytes("? " + "k".repeat(20_000) + "\n: [" + "0,".repeat(60_000) + "0]");
    }

    private static String names(int count) {
        var names = new StringBuilder("{");
        IntStream.range(0, count).forEach(i -> names.append("\"n").append(i).append("\":0,"));
        return names.append("\"n\":0}").toString();
    }

    /** All of one hash, by which a table of names becomes a list. */
    private static String collisions() {
        var names = new StringBuilder("{");
        for (int i = 0; i < 2_048; i++) {
            names.append('"');
            for (int bit = 0; bit < 11; bit++) {
                names.append((i >> bit & 1) == 0 ? "Ab" : "BA");
            }
            names.append("\":0,");
        }
        return names.append("\"z\":0}").toString();
    }

    private static String aliases() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }
        return bomb.toString();
    }

    /** Sixteen names as long as may be, over as many values as a text of {@code most} bytes can hold. */
    static byte[] deepest(int most) {
        var text = new ByteArrayOutputStream();
        text.writeBytes(bytes("{\"" + "k".repeat(128) + "\":"));
        text.writeBytes(bytes(("{\"" + "k".repeat(128) + "\":").repeat(14)));
        text.write('[');
        while (text.size() < most - 64) {
            text.writeBytes(bytes("0,"));
        }
        text.writeBytes(bytes("0]" + "}".repeat(15)));
        return text.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
