package io.overture;

import static io.overture.Operator.journalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.store.Stores;
import io.vertx.redis.client.Command;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A node that is asked to leave: what it was given is finished, what it held is others', and it leaves nothing behind. */
class DrainIT {

    private static final Path BOOK = Path.of("src/test/resources/books/faults.yaml");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("OVERTURE_BOOK", BOOK.toAbsolutePath().toString(), "QUARKUS_SHUTDOWN_DELAY", "5S");
    private static final Duration OFTEN = Duration.ofMillis(20);

    @Test
    void it_takes_beacons_until_it_sends_them_elsewhere_and_goes_in_order() throws Exception {
        try (var redis = RedisServer.start();
                var survivor = Node.start(redis, ENVIRONMENT);
                var leaving = Node.start(redis, ENVIRONMENT);
                var browser = new BrowserClient();
                var patient = new BrowserClient()) {
            var tab = patient.open(survivor);
            var leavingTab = browser.open(leaving);
            awaitBothLive(redis);
            patient.happens(leaving, Ga4.addToCart("W-1", "watches", 9_000));

            leaving.askToLeave();

            await().atMost(BrowserTab.PATIENCE).until(() -> !leaving.ready());
            var answers = postUntilGone(browser, leaving);
            int code = leaving.exitCode();
            long leases = count(redis, Command.ZCARD, "ov:nodes");
            long loads = count(redis, Command.HLEN, "ov:{fleet}:loads");
            assertThat(code).isZero();
            assertThat(leaving.log()).contains("event=left unfinished=0").doesNotContain(" ERROR ");
            assertThat(leases).isEqualTo(1);
            assertThat(loads).isEqualTo(1);
            assertThat(leavingTab.closeCode()).isEqualTo(1012);
            assertThatNothingElseIsSaid(answers);
            assertThat(tab.next("invitation").path("trigger").asText()).isEqualTo("quiet");
            assertThat(journalOf(survivor, browser, "beacon")).hasSize((int) answers.stream()
                    .filter(answer -> answer.statusCode() == 204)
                    .count());
        }
    }

    /** The next when the last was taken; the same again until then. */
    private static List<HttpResponse<String>> postUntilGone(BrowserClient browser, Node node) {
        var answers = new ArrayList<HttpResponse<String>>();
        var beacon = new AtomicReference<>(browser.beacon(Ga4.named("page_view")));
        await().pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .atMost(BrowserTab.PATIENCE)
                .until(() -> {
                    try {
                        var answer = browser.post(node, beacon.get());
                        answers.add(answer);
                        if (answer.statusCode() == 204) {
                            beacon.set(browser.beacon(Ga4.named("page_view")));
                        }
                        return false;
                    } catch (UncheckedIOException gone) {
                        return true;
                    }
                });
        return answers;
    }

    private static void assertThatNothingElseIsSaid(List<HttpResponse<String>> answers) {
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .isSubsetOf(204, 429, 503)
                .contains(204, 503);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 204)
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Connection")).contains("close"));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 503)
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Retry-After")).isPresent());
    }

    private static void awaitBothLive(RedisServer redis) {
        await().atMost(BrowserTab.PATIENCE)
                .until(() -> count(redis, Command.ZCARD, "ov:nodes") == 2
                        && count(redis, Command.HLEN, "ov:{fleet}:loads") == 2);
    }

    private static long count(RedisServer redis, Command command, String key) throws Exception {
        try (var stores = new Stores()) {
            var answer = Stores.ask(stores.lanes(redis.url()), command, key);
            return answer == null ? 0 : Long.parseLong(answer.toString());
        }
    }
}
