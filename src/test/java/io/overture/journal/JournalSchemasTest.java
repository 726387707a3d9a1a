package io.overture.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.overture.engine.Entry;
import io.overture.store.AnyRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published schemas say what the journal writes, and one that was published stays as it is. */
class JournalSchemasTest {

    private static final Path FOLDER = Path.of("docs/schemas/journal");
    private static final Path SHIPPED = Path.of("src/test/resources/journal/schemas.sha256");
    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final int RECORDS = 2000;

    private final ObjectMapper json = new ObjectMapper();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> strict = new HashMap<>();

    @Test
    void every_record_is_as_its_schema_says_and_has_nothing_beside() throws IOException {
        var any = new AnyRecord(new Random(11), AT);
        var entries = Stream.concat(
                JournalLineTest.examples(),
                Stream.generate(() -> any.of(Entry.class)).limit(RECORDS));

        assertThat(entries).allSatisfy(entry -> {
            var line = new String(
                    JournalLine.of(new JournalRecord(AT, "demo", "hV9tRk2mQ0", entry)), StandardCharsets.UTF_8);
            assertThat(wrong(line)).as(line).isEmpty();
        });
    }

    @Test
    void a_gap_is_as_its_schema_says() {
        var line = new JournalItem.Gap("3f-5-0-gap", AT.toEpochMilli(), 0x3f, 12).json();

        assertThat(wrong(line)).isEmpty();
    }

    @Test
    void what_is_not_a_record_is_not_taken_for_one() {
        assertThat(List.of(
                        "{\"at\":1,\"site\":\"demo\",\"visitor\":\"v\",\"type\":\"conversation_rated\",\"id\":\"x\"}",
                        "{\"at\":1,\"site\":\"demo\",\"visitor\":\"v\",\"type\":\"forgotten\",\"secret\":\"x\"}"))
                .allSatisfy(line -> assertThat(wrong(line)).isNotEmpty());
    }

    @Test
    void a_schema_says_its_name_and_is_valid_itself() throws IOException {
        var meta = registry.getSchema(
                com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        for (var file : files()) {
            var schema = json.readTree(file.toFile());
            var name = file.getFileName().toString().replaceFirst("\\.v(\\d+)\\.json$", ":v$1");

            assertThat(schema.path("$id").asText()).isEqualTo("urn:overture:journal:" + name);
            assertThat(meta.validate(schema)).as(name).isEmpty();
        }
    }

    /** A change of what is written is a new version beside the old; only new lines are added to the list. */
    @Test
    void a_schema_that_was_shipped_is_never_changed() throws IOException {
        var shipped = Files.readAllLines(SHIPPED).stream()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(words -> words[1], words -> words[0], (a, b) -> a, TreeMap::new));

        var now = new TreeMap<String, String>();
        for (var file : files()) {
            now.put(file.getFileName().toString(), sha256(file));
        }

        assertThat(now).isEqualTo(shipped);
    }

    /** Fields that the schema does not declare are wrong here, though readers are to pass over them. */
    private List<String> wrong(String line) {
        try {
            var record = json.readTree(line);
            var type = record.path("type").asText();
            return strict.computeIfAbsent(type, this::strictly).validate(record).stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Schema strictly(String type) {
        try {
            return registry.getSchema(
                    closed(json.readTree(FOLDER.resolve(type + ".v1.json").toFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(JournalSchemasTest::closed);
        return schema;
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
