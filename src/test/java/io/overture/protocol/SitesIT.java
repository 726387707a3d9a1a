package io.overture.protocol;

import static io.overture.BrowserClient.ORIGIN;
import static io.overture.Operator.explain;
import static io.overture.Operator.explainAt;
import static io.overture.protocol.House.NODE;
import static io.overture.protocol.House.OTHER_ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.BrowserClient;
import io.overture.Ga4;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two sites on one node, the second known by its environment alone: everything is per site. */
class SitesIT {

    private final BrowserClient browser = new BrowserClient();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void the_same_identifiers_at_another_site_are_somebody_else() {
        browser.happens(NODE, Ga4.view("P-1", "precious", 9_000));

        var answer = atTheOther(OTHER_ORIGIN);

        assertThat(answer.statusCode()).isEqualTo(204);
        var other = explainAt("other", NODE, browser);
        assertThat(other.path("site").asText()).isEqualTo("other");
        assertThat(explain(NODE, browser).at("/stake/amount").intValue()).isEqualTo(9_000);
    }

    @Test
    void prices_nobody_vouches_for_are_worth_nothing() {
        atTheOther(OTHER_ORIGIN);

        var explained = explainAt("other", NODE, browser);

        assertThat(explained.path("stake").isNull()).isTrue();
        assertThat(explained.at("/triggers/0/holds").asBoolean()).isTrue();
        assertThat(explained.at("/triggers/0/weight").decimalValue()).isZero();
    }

    @Test
    void a_token_where_nobody_is_known() {
        browser.carries(House.token("ada", "vic", "other", Duration.ofMinutes(30), House.SECRET));

        atTheOther(OTHER_ORIGIN);

        assertThat(explainAt("other", NODE, browser).path("relationship").asText())
                .isEqualTo("unknown");
    }

    @Test
    void an_origin_of_another_site() {
        var answer = atTheOther(ORIGIN);

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> atTheOther(String origin) {
        var beacon = browser.beacon(1, Ga4.view("P-1", "precious", 5_000)).put("site", "other");
        return BrowserClient.send(BrowserClient.request(NODE)
                .setHeader("Origin", origin)
                .POST(BodyPublishers.ofString(beacon.toString()))
                .build());
    }
}
