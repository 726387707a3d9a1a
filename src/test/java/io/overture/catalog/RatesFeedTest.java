package io.overture.catalog;

import static io.overture.store.Stores.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.overture.store.EmptyRedis;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetches from a publisher of our own. */
class RatesFeedTest {

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final String TAG = "\"as of today\"";

    /** What was asked: If-None-Match, or nothing. */
    private final List<Optional<String>> asked = new ArrayList<>();

    private volatile int status = 200;
    private volatile String body = Ecb.xml(Ecb.day("2026-08-13", "1.1534"));
    private HttpServer publisher;
    private RatesInForce rates;

    @BeforeEach
    void start() throws IOException {
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.createContext("/", this::answer);
        publisher.start();
        rates = new RatesInForce(new RatesStore(REDIS.lanes()), () -> Instant.parse("2026-08-13T17:00:00Z"));
    }

    @AfterEach
    void stop() {
        publisher.stop(0);
    }

    @Test
    void what_is_published_is_in_force() {
        get(feed().fetch());

        assertThat(rates.today()).extracting(Fixing::at).isEqualTo(LocalDate.parse("2026-08-13"));
    }

    @Test
    void json_is_read_too() {
        body = "{\"base\": \"USD\", \"at\": \"2026-08-12\", \"rates\": {\"EUR\": 0.87}}";

        get(feed().fetch());

        assertThat(rates.today()).extracting(Fixing::at).isEqualTo(LocalDate.parse("2026-08-12"));
    }

    @Test
    void one_node_asks_in_its_turn() {
        get(feed().fetch());
        get(feed().fetch());

        assertThat(asked).hasSize(1);
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        var feed = feed();
        get(feed.fetch());
        nextTurn();
        status = 304;
        get(feed.fetch());

        assertThat(asked).containsExactly(Optional.empty(), Optional.of(TAG));
        assertThat(rates.today()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Down for maintenance</html>", "<!DOCTYPE x><Cube/>", "", "{}"})
    void what_is_no_rates_changes_nothing_and_is_asked_for_again(String instead) {
        var feed = feed();
        get(feed.fetch());
        var before = rates.today();
        nextTurn();
        body = instead;
        get(feed.fetch());
        nextTurn();
        body = Ecb.xml(Ecb.day("2026-08-13", "1.2"));
        var meanwhile = rates.today();
        get(feed.fetch());

        assertThat(meanwhile).isSameAs(before);
        assertThat(rates.today()).isNotEqualTo(before);
    }

    @Test
    void a_publisher_that_fails_is_survived() {
        status = 503;
        get(feed().fetch());
        publisher.stop(0);
        nextTurn();
        get(feed().fetch());

        assertThat(rates.today()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://rates.example/daily.xml", "ftp://localhost/x", "rates.xml"})
    void an_address_that_anybody_could_answer_for_stops_the_start(String url) {
        assertThatThrownBy(() -> CatalogBeans.url(new Configured(Optional.of(url))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overture.rates.url");
    }

    private record Configured(Optional<String> url) implements RatesConfig {
        @Override
        public Duration every() {
            return AN_HOUR;
        }
    }

    private RatesFeed feed() {
        var url = URI.create("http://localhost:" + publisher.getAddress().getPort() + "/daily.xml");
        return new RatesFeed(url, AN_HOUR, REDIS.lanes(), rates);
    }

    private static void nextTurn() {
        get(REDIS.lanes().send(Request.cmd(Command.DEL).arg("ov:{rates}:turn")));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match")));
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("ETag", TAG);
        exchange.sendResponseHeaders(status, status == 304 ? -1 : bytes.length);
        if (status != 304) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
