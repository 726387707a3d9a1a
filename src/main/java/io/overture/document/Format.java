package io.overture.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.util.Locale;

/** What the house may write in. */
public enum Format {
    YAML(
            "YAML",
            "application/yaml",
            // A market called "no" and a parameter that is "yes" are words.
            YAMLFactory.builder()
                    .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                    .build()),
    JSON(
            "JSON",
            "application/json",
            // Depth is ours to bound, so that its error has a pointer like any other.
            // Names are interned for nobody: who writes them could fill the table.
            new JsonFactoryBuilder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Document.MOST_BYTES)
                            .build())
                    .build());

    private final String title;
    private final String mediaType;
    private final JsonFactory parsers;

    Format(String title, String mediaType, JsonFactory parsers) {
        this.title = title;
        this.mediaType = mediaType;
        this.parsers = parsers;
    }

    /** JSON for {@code *.json}, YAML otherwise. */
    public static Format ofFile(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json") ? JSON : YAML;
    }

    public String mediaType() {
        return mediaType;
    }

    public JsonFactory parsers() {
        return parsers;
    }

    @Override
    public String toString() {
        return title;
    }
}
