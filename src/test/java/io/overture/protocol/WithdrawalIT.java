package io.overture.protocol;

import static io.overture.Operator.explain;
import static io.overture.Operator.keptStatus;
import static io.overture.protocol.House.NODE;
import static io.overture.protocol.House.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.BrowserClient;
import io.overture.BrowserTab;
import io.overture.Ga4;
import io.overture.Node;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A withdrawal is the visitor's: it holds in every tab, on every node and by either door, until a newer grant. */
class WithdrawalIT {

    private static Node other;

    private final BrowserClient browser = new BrowserClient();

    @BeforeAll
    static void start() {
        other = Node.start(REDIS, Map.of());
    }

    @AfterAll
    static void stop() {
        other.kill();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void withdrawn_in_one_tab_it_is_withdrawn_in_the_other_at_another_node() {
        var one = browser.open(NODE);
        var second = browser.open(other);
        browser.happens(NODE, view());
        assertThat(kept()).isEqualTo(200);

        one.send(browser.consents(false, false).hello());

        var told = second.next("consent");
        assertThat(told.path("analytics_storage").asText()).isEqualTo("denied");
        assertThat(told.path("at").asLong()).isLessThanOrEqualTo(System.currentTimeMillis());
        second.send(browser.frame(view()));
        second.next("ack");
        second.send(BrowserTab.frame("request").put("id", "r-1"));
        assertThat(second.next("ack").path("id").asText()).isEqualTo("r-1");
        second.send(BrowserTab.frame("message")
                .put("conversation", "c-1")
                .put("id", "m-1")
                .put("text", "Is anybody there?"));
        assertThat(second.next("ack").path("id").asText()).isEqualTo("m-1");
        assertThat(kept()).isEqualTo(404);
        assertThat(one.all("consent")).isEmpty();
    }

    @Test
    void withdrawn_by_http_every_socket_hears_of_it_and_nothing_more_of_theirs_is_kept() {
        var tab = browser.open(other);
        browser.happens(NODE, view());

        browser.consents(false, false).happens(NODE, Ga4.named("consent"));

        tab.next("consent");
        tab.send(browser.frame(view()));
        tab.next("ack");
        assertThat(kept()).isEqualTo(404);
    }

    @Test
    void a_late_repeat_of_an_older_granted_batch_does_not_bring_the_visitor_back() {
        var granted = browser.beacon(view());
        browser.post(NODE, granted);
        var neverTaken = browser.beacon(view());
        browser.consents(false, false).happens(NODE, Ga4.named("consent"));

        assertThat(BrowserClient.send(BrowserClient.request(other)
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(granted.toString()))
                                .build())
                        .statusCode())
                .isEqualTo(204);
        browser.post(other, neverTaken);

        assertThat(kept()).isEqualTo(404);
    }

    @Test
    void what_was_granted_before_the_withdrawal_stays_denied_whenever_it_arrives() {
        long start = System.currentTimeMillis();
        browser.post(NODE, at(start - 30_000, browser.beacon(view())));
        browser.consents(false, false);
        browser.post(NODE, at(start - 10_000, browser.beacon()));
        browser.consents(true, true);

        browser.comesAgain().post(other, at(start - 20_000, browser.beacon(view())));
        var restored = browser.dial(other);
        restored.send(at(start - 20_000, browser.hello()));
        restored.next("welcome");

        assertThat(restored.next("consent").path("at").asLong()).isBetween(start - 10_500, start - 9_500);
        assertThat(kept()).isEqualTo(404);
        browser.post(other, at(start - 5_000, browser.beacon(view())));
        assertThat(kept()).isEqualTo(200);
    }

    @Test
    void a_denial_older_than_a_grant_changes_nothing() {
        long start = System.currentTimeMillis();
        browser.post(NODE, at(start - 5_000, browser.beacon(view())));

        browser.consents(false, false).post(other, at(start - 10_000, browser.beacon()));

        assertThat(kept()).isEqualTo(200);
    }

    @Test
    void signed_out_the_session_goes_on_with_nobody_known() {
        browser.carries(House.token("ada", "vic")).happens(NODE, Ga4.named("page_view"));
        assertThat(relationship()).isEqualTo("vic");

        browser.carries(null).post(NODE, browser.beacon(Ga4.named("page_view")).put("signedOut", true));
        assertThat(relationship()).isEqualTo("unknown");

        browser.carries(House.token("ada", "vic"));
        var tab = browser.open(other);
        assertThat(relationship()).isEqualTo("vic");
        browser.carries(null);
        tab.send(browser.hello().put("signedOut", true));
        tab.next("welcome");
        assertThat(relationship()).isEqualTo("unknown");
    }

    private int kept() {
        return keptStatus(NODE, browser);
    }

    private String relationship() {
        return explain(NODE, browser).path("relationship").asText();
    }

    private static ObjectNode view() {
        return Ga4.view("W-1", "watches", 900);
    }

    /** Consent said then. */
    private static ObjectNode at(long instant, ObjectNode said) {
        said.withObject("consent").put("at", instant);
        return said.put("sentAt", System.currentTimeMillis());
    }
}
