package io.overture.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.BrowserClient;
import io.overture.BrowserTab;
import io.overture.ConsoleClient;
import io.overture.Ga4;
import io.overture.Node;
import io.overture.RedisServer;
import io.overture.store.Stores;
import io.vertx.redis.client.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What advisors see of who is in the boutique, at two nodes. */
class BoutiqueIT {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "OVERTURE_BOOK",
            Path.of("src/test/resources/books/protocol.yaml").toAbsolutePath().toString());

    @Test
    void whom_a_colleague_attends_is_marked_until_it_is_over() throws Exception {
        try (var redis = RedisServer.start();
                var here = Node.start(redis, ENVIRONMENT);
                var there = Node.start(redis, ENVIRONMENT);
                var visitor = new BrowserClient();
                var camille = ConsoleClient.open(here, "camille");
                var kenji = ConsoleClient.open(there, "kenji")) {
            camille.is("available");
            kenji.is("available");
            visitor.happens(
                    here,
                    Ga4.ago(Duration.ofSeconds(30), Ga4.named("page_view")),
                    Ga4.view("precious-1", "precious", 5_000));
            var page = visitor.open(here);
            var talk = page.next("invitation").path("id").asText();
            page.answer(talk, "accepted");
            camille.next("ring");

            camille.asks("claim", talk);

            var attended = kenji.until(
                    each -> rows(each).anyMatch(row -> row.path("attended").asBoolean()));
            assertThat(rows(attended))
                    .singleElement()
                    .satisfies(row -> assertThat(row.has("waiting")).isFalse());
            var seen = kenji.all("boutique").size();
            camille.asks("end", talk);
            await().atMost(BrowserTab.PATIENCE)
                    .until(() -> since(seen, kenji.all("boutique")).stream().anyMatch(BoutiqueIT::hasNobodyAttended));

            // Nobody has taken her off yet: it is the closed page that the other node knows of.
            page.close();
            var row = rows(attended).findFirst().orElseThrow();
            var invite = BrowserTab.frame("invite")
                    .put("handle", row.path("handle").asText())
                    .put("site", row.path("site").asText());
            try (var stores = new Stores()) {
                var lanes = stores.lanes(redis.url());
                await().atMost(BrowserTab.PATIENCE)
                        .until(() ->
                                Stores.ask(lanes, Command.KEYS, "ov:closed:*").size() > 0);
            }
            // On a machine that took five seconds for this she is gone by now.
            assertThat(kenji.asks(invite).path("code").asText()).isIn("unreachable", "unknown");
        }
    }

    private static <T> List<T> since(int first, List<T> all) {
        return all.subList(first, all.size());
    }

    private static boolean hasNobodyAttended(JsonNode frame) {
        return rows(frame).noneMatch(row -> row.has("attended"));
    }

    private static Stream<JsonNode> rows(JsonNode frame) {
        return StreamSupport.stream(frame.path("here").spliterator(), false);
    }
}
