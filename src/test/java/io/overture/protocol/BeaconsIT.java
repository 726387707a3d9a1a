package io.overture.protocol;

import static io.overture.BrowserClient.ORIGIN;
import static io.overture.BrowserClient.send;
import static io.overture.Operator.journalOf;
import static io.overture.protocol.House.NODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.BrowserClient;
import io.overture.Ga4;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/beacons}. */
class BeaconsIT {

    private final BrowserClient browser = new BrowserClient();

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "text/plain;charset=UTF-8"})
    void taken(String contentType) {
        var answer = post(
                contentType,
                ORIGIN,
                browser.beacon(Ga4.view("W-1", "watches", 900)).toString());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThatCorsIsComplete(answer, ORIGIN);
    }

    @Test
    void without_events() {
        var answer = browser.post(NODE, browser.beacon());

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        // each is wrong in this way and in all that are checked later
        "415, text/html, https://elsewhere.example, 70000",
        "413, text/plain, https://elsewhere.example, 70000",
        "400, text/plain, https://elsewhere.example, 10",
    })
    void what_is_checked_first(int status, String contentType, String origin, int bytes) {
        var answer = post(contentType, origin, "{" + " ".repeat(bytes));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThatCorsIsComplete(answer, origin);
    }

    @Test
    void a_wrong_beacon_is_refused_whole_with_every_error() {
        var beacon = browser.beacon(Ga4.view("W-1", "watches", 900), Ga4.view("W-2", "watches", 900));
        beacon.put("seq", 0);
        ((ObjectNode) beacon.at("/events/1")).put("name", "");
        ((ObjectNode) beacon.at("/events/1/params")).put("currency", "EURO");

        var answer = browser.post(NODE, beacon);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"/seq\"", "\"/events/1/name\"", "\"/events/1/params/currency\"")
                .doesNotContain("Exception", "io.overture");
        assertThat(journalOf(NODE, browser)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "https://elsewhere.example"})
    void an_origin_that_is_not_the_sites(String origin) {
        var answer = post("text/plain", origin, browser.beacon().toString());

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void a_site_nobody_knows() {
        var answer = browser.post(NODE, browser.beacon().put("site", "nowhere"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThatCorsIsComplete(answer, ORIGIN);
    }

    @Test
    void a_preflight() {
        var answer = send(HttpRequest.newBuilder(URI.create(NODE.base() + "/v1/beacons"))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .build());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThatCorsIsComplete(answer, ORIGIN);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                .get()
                .asString()
                .contains("POST");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                .get()
                .asString()
                .containsIgnoringCase("content-type");
    }

    @Test
    void once_by_source_and_number() {
        var first = browser.beacon(Ga4.view("W-1", "watches", 900));
        browser.post(NODE, first);

        var answer = browser.post(NODE, first);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(seqs()).containsExactly(1L);
    }

    @Test
    void late_ones_are_folded_up_to_64_behind() {
        browser.post(NODE, browser.beacon(100, Ga4.named("page_view")));
        browser.post(NODE, browser.beacon(36, Ga4.named("page_view")));

        var answer = browser.post(NODE, browser.beacon(35, Ga4.named("page_view")));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(seqs()).containsExactly(100L, 36L);
    }

    @Test
    void her_clock_is_corrected_by_ours() {
        long ahead = Duration.ofHours(3).toMillis();
        var event = Ga4.ago(Duration.ofMinutes(1), Ga4.named("page_view"));
        event.put("at", event.get("at").longValue() + ahead);
        var beacon = browser.beacon(event).put("sentAt", System.currentTimeMillis() + ahead);

        var answer = post("text/plain", ORIGIN, beacon.toString());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(firstEventAt())
                .isCloseTo(System.currentTimeMillis() - Duration.ofMinutes(1).toMillis(), within(5_000L));
    }

    @Test
    void the_future_is_now() {
        browser.happens(NODE, Ga4.ago(Duration.ofHours(-2), Ga4.named("page_view")));

        assertThat(firstEventAt()).isCloseTo(System.currentTimeMillis(), within(5_000L));
    }

    @Test
    void what_is_older_than_a_day_is_dropped() {
        browser.happens(NODE, Ga4.ago(Duration.ofHours(25), Ga4.named("page_view")), Ga4.named("page_view"));

        assertThat(journalOf(NODE, browser, "beacon"))
                .singleElement()
                .satisfies(beacon -> assertThat(beacon.path("events")).hasSize(1));
    }

    private static HttpResponse<String> post(String contentType, String origin, String body) {
        var request = HttpRequest.newBuilder(URI.create(NODE.base() + "/v1/beacons"))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
        return send(
                origin.isEmpty()
                        ? request.build()
                        : request.header("Origin", origin).build());
    }

    private List<Long> seqs() {
        return journalOf(NODE, browser, "beacon").stream()
                .map(beacon -> beacon.path("seq").longValue())
                .toList();
    }

    private long firstEventAt() {
        return journalOf(NODE, browser, "beacon").getFirst().at("/events/0/at").longValue();
    }

    private static void assertThatCorsIsComplete(HttpResponse<String> answer, String origin) {
        var headers = answer.headers();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).hasValue(origin);
        assertThat(headers.allValues("Vary"))
                .anySatisfy(vary -> assertThat(vary).containsIgnoringCase("Origin"));
        assertThat(headers.firstValue("Access-Control-Expose-Headers")).hasValue("Retry-After, X-Request-Id");
        assertThat(headers.firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }
}
