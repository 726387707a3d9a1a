package io.overture.store;

import io.overture.visitor.Visitor;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Visitors as a release wrote them, in {@code releases/<release>/}: {@code visitors-<format>.bytes} has a line of Base64 for
 * each, {@code visitors-<format>.fields} says what was read from it then. Together they fill every field there is, leave out
 * every one that may be absent, and use every enum constant.
 */
public final class KeptVisitors {

    /** As kept: the bytes, and what they say. */
    public record Kept(int number, byte[] bytes, List<String> fields) {
        @Override
        public String toString() {
            return "visitor " + number;
        }
    }

    static final Path STORED = Path.of("src/test/resources/stored");
    public static final Path RELEASES = Path.of("src/test/resources/releases");
    private static final int CANDIDATES = 3_000;

    private KeptVisitors() {}

    public static List<Kept> of(String release, int format) throws IOException {
        var bytes = Files.readAllLines(file(release, format, "bytes"));
        var fields = List.of(Files.readString(file(release, format, "fields")).split("\n\n"));
        var kept = new ArrayList<Kept>();
        for (int i = 0; i < bytes.size(); i++) {
            kept.add(new Kept(
                    i,
                    Base64.getDecoder().decode(bytes.get(i)),
                    fields.get(i).strip().lines().toList()));
        }
        return kept;
    }

    /** The oldest first. */
    public static List<String> releases() throws IOException {
        try (var files = Files.list(RELEASES)) {
            return files.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .sorted(Comparator.comparing(ModuleDescriptor.Version::parse))
                    .toList();
        }
    }

    /** The words of enums that a release stored, each with its enum before it. */
    static List<String> words(String release) throws IOException {
        return Files.readAllLines(RELEASES.resolve(release).resolve("words"));
    }

    /** What today's release leaves. Samples of an older format that are there stay. */
    public static void write(String release) throws IOException {
        for (int format = Codec.OLDEST; format <= Codec.CURRENT; format++) {
            if (format < Codec.CURRENT && Files.exists(file(release, format, "bytes"))) {
                continue;
            }
            var codec = new Codec(format);
            var bytes = new ArrayList<String>();
            var fields = new ArrayList<String>();
            for (var visitor : covering()) {
                var value = codec.encode(
                        bytes.size() + 1, visitor, visitor.steppedAt().plusSeconds(bytes.size()));
                bytes.add(Base64.getEncoder().encodeToString(value));
                fields.add(String.join("\n", FieldsOf.of(codec.decode(value))));
            }
            Files.createDirectories(RELEASES.resolve(release));
            Files.writeString(file(release, format, "bytes"), String.join("\n", bytes) + "\n");
            Files.writeString(file(release, format, "fields"), String.join("\n\n", fields) + "\n");
        }
    }

    /** The words of enums. */
    public static void writeWords(String release) throws IOException {
        Files.write(
                RELEASES.resolve(release).resolve("words"),
                WordsTest.lines().map(WordsTest::word).toList());
    }

    private static Path file(String release, int format, String kind) {
        return RELEASES.resolve(release).resolve("visitors-" + format + "." + kind);
    }

    /** As few as show everything, of many drawn with fixed seeds. */
    private static List<Visitor> covering() {
        var covering = new ArrayList<Visitor>();
        var seen = new HashSet<String>();
        for (int seed = 0; seed < CANDIDATES; seed++) {
            var visitor = drawn(seed);
            if (seen.addAll(shown(visitor))) {
                covering.add(visitor);
            }
        }
        for (int i = covering.size() - 1; i >= 0; i--) {
            var others = new HashSet<String>();
            for (var other : covering) {
                if (other != covering.get(i)) {
                    others.addAll(shown(other));
                }
            }
            if (others.containsAll(shown(covering.get(i)))) {
                covering.remove(i);
            }
        }
        return covering;
    }

    private static Visitor drawn(int seed) {
        var random = new Random(seed);
        return new AnyRecord(random, Instant.ofEpochMilli(1_764_000_000_000L), words(random), 1, 1).of(Visitor.class);
    }

    /** Every one another, so that no two fields can be swapped unseen; but sometimes one that has been before. */
    private static Supplier<String> words(Random random) {
        var said = new ArrayList<String>();
        return () -> {
            if (said.size() > 9 && random.nextInt(12) == 0) {
                return said.get(random.nextInt(said.size()));
            }
            said.add("é" + said.size());
            return said.getLast();
        };
    }

    /** Which fields there are and which are not, and what enums, kinds and flags say. */
    private static Set<String> shown(Visitor visitor) {
        var shown = new HashSet<String>();
        for (var line : FieldsOf.of(visitor)) {
            int end = line.replaceAll("\\[.*?]", "[]").indexOf(' ');
            var field = line.replaceAll("\\[.*?]", "[]").substring(0, end);
            var said = line.substring(line.lastIndexOf(' ', line.length() - 1) + 1);
            boolean tells = !line.contains(" = ") || said.matches("[A-Z_]+|true|false");
            shown.add(tells ? field + " " + said : field);
        }
        return shown;
    }
}
