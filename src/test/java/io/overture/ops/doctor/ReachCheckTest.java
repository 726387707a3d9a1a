package io.overture.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.overture.Ports;
import io.overture.ops.doctor.Finding.State;
import io.overture.roster.Desk;
import io.overture.roster.Desks;
import io.overture.roster.Hours;
import io.overture.roster.Webhook;
import io.overture.site.Identity;
import io.overture.site.Site;
import io.overture.site.Sites;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Others that this node has to reach: one that answers 404 to everything, and one that is gone. */
class ReachCheckTest {

    private final URI gone = URI.create("http://127.0.0.1:" + Ports.free() + "/secret-path");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_contact_centre_is_there_when_it_answers_anything() {
        assertThat(look(List.of(), desks(there()), Optional.empty()))
                .extracting(Finding::state)
                .containsExactly(State.OK);
        assertThat(look(List.of(), desks(gone), Optional.empty()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.state()).isEqualTo(State.FAIL);
                    assertThat(found.says()).contains("desk paris").doesNotContain("secret");
                });
    }

    @Test
    void published_keys_must_be_there_themselves() {
        assertThat(look(List.of(site(there()), site(gone)), Desks.NONE, Optional.empty()))
                .extracting(Finding::state)
                .containsExactly(State.FAIL, State.FAIL);
    }

    @Test
    void a_collector_of_traces_is_looked_at_where_one_is_configured() {
        assertThat(look(List.of(), Desks.NONE, Optional.empty())).isEmpty();
        assertThat(look(List.of(), Desks.NONE, Optional.of(gone)))
                .extracting(Finding::state)
                .containsExactly(State.FAIL);
    }

    private static List<Finding> look(List<Site> sites, Desks desks, Optional<URI> traces) {
        var check = new ReachCheck(new Web(), new Sites(sites), () -> desks, traces);
        return check.look().await().atMost(Duration.ofSeconds(20));
    }

    private static Site site(URI keys) {
        var identity = new Identity.KeySet(keys, Identity.Algorithm.RS256);
        return new Site("at-" + keys.getPort(), List.of(), Optional.of(identity), true);
    }

    private static Desks desks(URI webhook) {
        return new Desks(List.of(new Desk(
                "paris",
                "eu",
                List.of("fr"),
                List.of(),
                List.of("chat"),
                new Hours(ZoneOffset.UTC, Map.of(), Map.of()),
                List.of(),
                List.of(),
                Map.of(),
                Optional.of(new Webhook(webhook, "a-secret", false)),
                Map.of(),
                List.of())));
    }

    private URI there() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/secret-path");
    }
}
