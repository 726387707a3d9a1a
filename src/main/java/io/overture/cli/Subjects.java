package io.overture.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.overture.cli.Subject.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom to forget, from a file: a JSON object a line with {@code client} or {@code visitor}. So receipts can be read back,
 * whatever else they say.
 */
final class Subjects {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STANDARD_INPUT = "-";
    private static final int MOST_MISTAKES = 20;

    private final Set<Subject> found = new LinkedHashSet<>();
    private final List<String> mistakes = new ArrayList<>();

    private Subjects() {}

    /** Each once, in the file's order; fails with every line that says nobody. */
    static Set<Subject> of(String file, InputStream standardInput) throws Trouble {
        try (var input = file.equals(STANDARD_INPUT) ? standardInput : Files.newInputStream(Path.of(file));
                var lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            var subjects = new Subjects();
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                subjects.read(++number, line);
            }
            if (!subjects.mistakes.isEmpty()) {
                throw new Trouble("nobody is erased, for --from is not all understood:\n  "
                        + String.join(
                                "\n  ",
                                subjects.mistakes.stream().limit(MOST_MISTAKES).toList()));
            }
            return subjects.found;
        } catch (IOException e) {
            throw new Trouble(file + " cannot be read (--from)");
        }
    }

    private void read(int number, String line) {
        if (line.isBlank()) {
            return;
        }
        var json = json(line);
        boolean any = false;
        for (var kind : Kind.values()) {
            var id = json == null ? "" : json.path(kind.word()).asText("");
            if (!id.isBlank()) {
                found.add(new Subject(kind, id));
                any = true;
            }
        }
        if (!any) {
            mistakes.add("line %d: a JSON object with \"client\" or \"visitor\" is needed".formatted(number));
        } else if (json != null && json.path("pseudonymous").asBoolean()) {
            mistakes.add("line %d: a pseudonymous receipt does not say who it was".formatted(number));
        }
    }

    private static @Nullable JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException none) {
            return null;
        }
    }
}
