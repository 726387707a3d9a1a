package io.overture.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Beacons and frames with odd pieces in them: of other types, too deep, twice there, cut off, escaped, not UTF-8. */
final class OddBodies {

    private static final Pattern PIECE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[{}\\[\\]:,]|[^\\s{}\\[\\]:,\"]+");

    private static final List<String> NAMES = List.of(
            "\"site\"",
            "\"\\u0073ite\"",
            "\"seq\"",
            "\"s\\u0065q\"",
            "\"consent\"",
            "\"at\"",
            "\"name\"",
            "\"params\"",
            "\"item_id\"",
            "\"items\"",
            "\"it\\u0065ms\"",
            "\"value\"",
            "\"currency\"",
            "\"price\"",
            "\"quantity\"",
            "\"item_category3\"",
            "\"page\"",
            "\"active\"",
            "\"signedOut\"",
            "\"contact\"",
            "\"channel\"",
            "\"to\"",
            "\"\"",
            "\"~\"",
            "\"a/b\"",
            "\"~1\"",
            "\"é\"",
            "\"\\u00e9\"",
            "\"\\ud83d\\ude00\"",
            "\"😀\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\n\\t\\\"\\\\\\/\"",
            "\"" + "n".repeat(512) + "\"",
            "\"" + "n".repeat(513) + "\"",
            "\"" + "é".repeat(512) + "\"",
            "\"" + "😀".repeat(256) + "\"",
            "\"" + "😀".repeat(257) + "\"");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "truex",
            "true1",
            "nul",
            "tru",
            "trueé",
            "true€",
            "true—",
            "nullÿ",
            "false.",
            "TRUE",
            "0",
            "-0",
            "-1",
            "1",
            "12",
            "01",
            "-01",
            "-",
            "+1",
            ".5",
            "1.",
            "1.e5",
            "1e",
            "1e+",
            "1E5",
            "1e-2",
            "-0.0",
            "12.50",
            "100",
            "1.2e1",
            "12500.00",
            "1e12",
            "1e13",
            "1000000000000.000000",
            "1000000000000.0000001",
            "0.0000001",
            "0.1234560000",
            "9007199254740992",
            "9007199254740993",
            "9007199254740992.0",
            "1e17",
            "1e18",
            "-1e18",
            "1e19",
            "123456789012345678",
            "1234567890123456789",
            "123456789012345678.5",
            "0.12345678901234567",
            "1e400",
            "1e401",
            "1e-400",
            "1e-401",
            "1e999999999",
            "-1e-999999999",
            "1e99999999999",
            "0e9999",
            "1e00000000000000000002",
            "1.5e-00000000000000000001",
            "1e2147483648",
            "1e-2147483648",
            "0." + "0".repeat(399) + "1",
            "0." + "0".repeat(400) + "1",
            "9".repeat(999),
            "9".repeat(1000),
            "9".repeat(1001),
            "-" + "9".repeat(1000),
            "1." + "9".repeat(998) + "e5",
            "1." + "9".repeat(999) + "e5",
            "0." + "9".repeat(400),
            "0." + "9".repeat(999),
            "0." + "9".repeat(1000),
            "-0." + "9".repeat(1001),
            "0e" + "0".repeat(1000),
            "0.5e" + "0".repeat(999),
            "-0e" + "0".repeat(1001),
            "1." + "9".repeat(1000),
            "NaN",
            "Infinity",
            "-Infinity",
            "''",
            "'a'",
            "//",
            "/**/",
            "#",
            "\"\"",
            "\" \"",
            "\"a\"",
            "\"EUR\"",
            "\"eur\"",
            "\"view_item\"",
            "\"purchase\"",
            "\"search\"",
            "\"mood\"",
            "\"user_engagement\"",
            "\"begin_checkout\"",
            "\"refund\"",
            "\"remove_from_cart\"",
            "\"hello\"",
            "\"gr\\u0061nted\"",
            "\"W\\u002d100\"",
            "\"fr-FR\"",
            "\"iw\"",
            "\"en_UK\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\ud800\\ud800\\udc00\"",
            "\"\\udc00\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "\"\\uD83D\\uDE00x\"",
            "\"é€😀\"",
            "\"\\u00e9\\u20ac\\b\\f\\n\\r\\t\\\\\\/\\\"\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u12g4\"",
            "\"\\ud83d\\u\"",
            "\"\u0001\"",
            "\"\t\"",
            "\"\u007f\"",
            "\"\u2028\"",
            "\"" + "x".repeat(64) + "\"",
            "\"" + "x".repeat(65) + "\"",
            "\"" + "x".repeat(512) + "\"",
            "\"" + "x".repeat(513) + "\"",
            "\"" + "\\u0078".repeat(512) + "\"",
            "\"" + "\\n".repeat(513) + "\"",
            "\"" + "é".repeat(512) + "\"",
            "\"" + "😀".repeat(257) + "\"",
            "\"" + "y".repeat(2000) + "\"",
            "\"" + "y".repeat(2001) + "\"",
            "\"" + "y".repeat(4096) + "\"",
            "\"" + "y".repeat(4097) + "\"",
            "\"" + "y".repeat(4097) + "\\ud800\"",
            "[]",
            "{}",
            "[null]",
            "[{}]",
            "[[[[[[[[[]]]]]]]]]",
            "[[[[[[[[[{\"a\":1,\"a\":[01]}]]]]]]]]]",
            "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":[[{\"h\":\"\\ud800\"}]]}}}}}}}}",
            "[1, \"a\", {}]",
            "[1,,2]",
            "[,1]",
            "[1,]",
            "{\"a\":1,}",
            "{,}",
            "{\"a\"}",
            "{\"a\":}",
            "{a:1}",
            "{\"a\":1,\"a\":1}",
            "{\"a\":1,\"a\":01}",
            "{\"a\":1,\"a\":[01]}",
            "{\"a\":{\"b\":1,\"b\":2},\"a\":{\"b\":1,\"b\":2}}",
            "[\"\\ud800\",1e999,{\"\\ud800\":[1e999]}]",
            "{\"items\":[{\"item_id\":\"\\ud800\"}]}",
            "[" + "{\"item_id\":\"a\"},".repeat(200) + "1]",
            "[" + "1,".repeat(100) + "{}]",
            many(31),
            many(32),
            many(33),
            many(300),
            "{" + "\"a\":1,".repeat(60) + "\"b\":1}");

    private static final List<String> BETWEEN = List.of("", "", "", "", " ", "\n", "\t \r\n");
    private static final List<String> WRONG =
            List.of("\u0000", "\u000b", "\u00a0", "\ufeff", "/", "x", "\"", "]", "}", ",", ":", "{", "[");

    private OddBodies() {}

    private static String many(int names) {
        var all = new StringBuilder("{");
        for (int i = 0; i < names; i++) {
            all.append("\"k").append(i).append("\":").append(i).append(i % 7 == 3 ? "," : ",\"k3\":\"\\ud800\",");
        }
        return all.append("\"k0\":[1e999]}").toString();
    }

    /** One of these with up to six oddities; about as many right as wrong. */
    static byte[] of(List<String> texts, Random random) {
        var pieces = new ArrayList<>(PIECE.matcher(any(texts, random))
                .results()
                .map(MatchResult::group)
                .toList());
        for (int i = random.nextInt(7); i > 0; i--) {
            change(pieces, random);
        }
        var text = new StringBuilder();
        for (var piece : pieces) {
            text.append(any(BETWEEN, random)).append(random.nextInt(30) == 0 ? escaped(piece, random) : piece);
        }
        if (random.nextInt(12) == 0) {
            text.insert(random.nextInt(text.length() + 1), any(WRONG, random));
        }
        if (random.nextInt(12) == 0) {
            text.append(random.nextBoolean() ? any(VALUES, random) : any(WRONG, random));
        }
        if (random.nextInt(40) == 0) {
            text.insert(random.nextInt(text.length() + 1), " ".repeat(33_000));
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return random.nextInt(4) == 0 ? spoilt(bytes, random) : bytes;
    }

    private static void change(List<String> pieces, Random random) {
        if (pieces.isEmpty()) {
            return;
        }
        int at = random.nextInt(pieces.size());
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> replaceValue(pieces, at, random);
            case 3 -> pieces.add(at, any(VALUES, random));
            case 4, 5 -> addMember(pieces, at, random);
            case 6 -> pieces.remove(at);
            default -> {
                int to = Math.min(pieces.size(), at + random.nextInt(12));
                pieces.addAll(at, List.copyOf(pieces.subList(at, to)));
            }
        }
    }

    /** The next that is not a name, a comma or a bracket. */
    private static void replaceValue(List<String> pieces, int from, Random random) {
        for (int i = from; i < pieces.size(); i++) {
            boolean isName = i + 1 < pieces.size() && pieces.get(i + 1).equals(":");
            if (!isName && pieces.get(i).matches("(?s)[\"0-9a-z-].*")) {
                pieces.set(i, any(VALUES, random));
                return;
            }
        }
    }

    private static void addMember(List<String> pieces, int from, Random random) {
        for (int i = from; i < pieces.size(); i++) {
            if (pieces.get(i).equals("{")) {
                boolean isAlone = i + 1 < pieces.size() && pieces.get(i + 1).equals("}");
                pieces.addAll(i + 1, List.of(any(NAMES, random), ":", any(VALUES, random)));
                if (!isAlone) {
                    pieces.add(i + 4, ",");
                }
                return;
            }
        }
    }

    private static String escaped(String piece, Random random) {
        int at = piece.length() < 3 ? 0 : 1 + random.nextInt(piece.length() - 2);
        return piece.startsWith("\"") && at > 0 && piece.indexOf('\\') < 0
                ? piece.substring(0, at) + "\\u%04x".formatted((int) piece.charAt(at)) + piece.substring(at + 1)
                : piece;
    }

    private static byte[] spoilt(byte[] bytes, Random random) {
        var spoilt = new ByteArrayOutputStream();
        int end = random.nextInt(4) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
        int at = random.nextInt(bytes.length + 1);
        for (int i = 0; i < end; i++) {
            switch (i == at ? random.nextInt(4) : 3) {
                case 0 -> spoilt.write(random.nextInt(256));
                case 1 -> {
                    spoilt.write(bytes[i]);
                    spoilt.write(0x80 | random.nextInt(128));
                }
                case 2 -> {}
                default -> spoilt.write(bytes[i]);
            }
        }
        return spoilt.toByteArray();
    }

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
