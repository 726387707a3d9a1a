package io.overture.protocol;

import static io.overture.Operator.explain;
import static io.overture.Operator.keptStatus;
import static io.overture.protocol.House.NODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.BrowserClient;
import io.overture.Ga4;
import io.overture.store.Stores;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is kept without consent, and nothing stays once it is withdrawn. */
class ConsentIT {

    private static final Set<String> OF_NODES = Set.of("ov:nodes", "ov:{desk}:watch", "ov:{desk}:reaped");

    private final BrowserClient browser = new BrowserClient();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void without_it_nothing_at_all_is_stored() throws Exception {
        browser.consents(false, false);
        var before = keys();

        browser.happens(NODE, Ga4.view("P-1", "precious", 9_000));
        var absent = browser.beacon(Ga4.view("P-1", "precious", 9_000));
        absent.remove("consent");
        var answer = browser.post(NODE, absent);
        var tab = browser.open(NODE);
        tab.send(browser.frame(Ga4.view("P-1", "precious", 9_000)));
        tab.next("ack");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(keys()).isSubsetOf(before);
    }

    @Test
    void withdrawn_all_of_it_goes_and_older_events_do_not_bring_it_back() {
        var tab = browser.open(NODE);
        browser.happens(NODE, Ga4.view("P-1", "precious", 9_000));
        var id = tab.next("invitation").path("id").asText();
        assertThat(keptStatus(NODE, browser)).isEqualTo(200);

        browser.consents(false, false).happens(NODE, Ga4.named("consent"));

        var withdrawn = tab.next("withdraw");
        assertThat(withdrawn.path("id").asText()).isEqualTo(id);
        assertThat(withdrawn.path("reason").asText()).isEqualTo("withdrawn");
        assertThat(keptStatus(NODE, browser)).isEqualTo(404);
        browser.consents(true, true).happens(NODE, Ga4.ago(Duration.ofMinutes(1), Ga4.view("P-1", "precious", 9_000)));
        assertThat(keptStatus(NODE, browser)).isEqualTo(404);
        browser.happens(NODE, Ga4.view("W-1", "watches", 900));
        assertThat(keptStatus(NODE, browser)).isEqualTo(200);
    }

    @Test
    void not_to_be_recognised_as_a_person() {
        browser.carries(House.token("ada", "vic")).happens(NODE, Ga4.named("page_view"));
        assertThat(relationship()).isEqualTo("vic");

        browser.consents(true, false).happens(NODE, Ga4.named("page_view"));

        assertThat(relationship()).isEqualTo("unknown");
    }

    @Test
    void global_privacy_control_is_a_denial() {
        browser.carries(House.token("ada", "vic"));
        var request = BrowserClient.request(NODE).header("Sec-GPC", "1");

        var answer = BrowserClient.send(request.POST(BodyPublishers.ofString(
                        browser.beacon(Ga4.named("page_view")).toString()))
                .build());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(relationship()).isEqualTo("unknown");
    }

    private String relationship() {
        return explain(NODE, browser).path("relationship").asText();
    }

    /** All of them, but for what nodes keep of themselves, which comes and goes. */
    private static Set<String> keys() throws Exception {
        try (var stores = new Stores()) {
            var found = Stores.ask(stores.lanes(House.REDIS.url()), Command.KEYS, "*");
            return (found == null ? List.<Response>of() : found.stream().toList())
                    .stream()
                            .map(Response::toString)
                            .filter(key -> !OF_NODES.contains(key))
                            .collect(Collectors.toSet());
        }
    }
}
