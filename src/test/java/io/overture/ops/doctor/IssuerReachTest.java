package io.overture.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.overture.ops.doctor.Finding.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An issuer that answers, answers something else, or is gone. */
class IssuerReachTest {

    private HttpServer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void its_keys_are_fetched_by_way_of_what_it_says_of_itself() {
        answers("/.well-known/openid-configuration", 200, "{\"jwks_uri\": \"%s/keys\"}".formatted(url()));
        answers("/keys", 200, "{\"keys\": []}");

        assertThat(state(url())).isEqualTo(State.OK);
    }

    @Test
    void keys_that_are_not_there() {
        answers("/.well-known/openid-configuration", 200, "{\"jwks_uri\": \"%s/keys\"}".formatted(url()));
        answers("/keys", 404, "");

        assertThat(state(url())).isEqualTo(State.FAIL);
    }

    @Test
    void something_that_is_no_issuer() {
        answers("/", 200, "<html>");

        assertThat(state(url())).isEqualTo(State.FAIL);
    }

    @Test
    void one_that_is_gone() {
        var gone = url();
        issuer.stop(0);

        assertThat(state(gone)).isEqualTo(State.FAIL);
    }

    @Test
    void none_at_all_lets_nobody_in() {
        var check = new IssuerReach(new Web(), false, Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(look(check)).extracting(Finding::state).containsExactly(State.WARN);
    }

    @Test
    void whoever_answers_a_knock_is_there_whatever_it_says() {
        answers("/", 500, "");
        var there = new Web().knock(URI.create(url())).join();
        issuer.stop(0);
        var gone = new Web().knock(URI.create(url())).join();

        assertThat(there.isThere()).isTrue();
        assertThat(gone.isThere()).isFalse();
        assertThat(gone.why()).isNotEmpty();
    }

    private State state(String url) {
        var check = new IssuerReach(
                new Web(), true, Optional.of(url + "/"), Optional.of(List.of("overture")), Optional.empty());
        return look(check).getLast().state();
    }

    private static List<Finding> look(IssuerReach check) {
        return check.look().await().atMost(Duration.ofSeconds(20));
    }

    private String url() {
        return "http://127.0.0.1:" + issuer.getAddress().getPort();
    }

    private void answers(String path, int status, String body) {
        issuer.createContext(path, exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
