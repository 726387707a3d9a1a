package io.overture.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.Node;
import io.overture.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A node that has done nothing yet. */
class FreshNodeIT {

    private static final Pattern NAMED = Pattern.compile("(?m)^\\| `(overture_[a-z_]+)`");
    private static final Pattern SCRAPED = Pattern.compile("(?m)^(overture_[a-z_]+?)(?:_bucket|_count)?[{ ]");

    /** One for each other region, of which there is none here. */
    private static final Set<String> CONDITIONAL = Set.of("overture_passports_returns_waiting");

    @Test
    void every_figure_that_is_promised_is_there_from_the_start() throws IOException {
        var promised = names(NAMED, Files.readString(Path.of("docs/metrics.md")));
        promised.removeAll(CONDITIONAL);

        try (var redis = RedisServer.start();
                var node = Node.start(redis, Map.of("QUARKUS_PROFILE", "prod"))) {
            var scraped = given().get(node.management() + "/q/metrics").asString();

            assertThat(promised).hasSizeGreaterThan(50);
            assertThat(names(SCRAPED, scraped)).containsAll(promised);
        }
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
