package io.overture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two regions, each with a Redis of its own, and visitors who go from one to the other; one of them may be dead. */
@TestInstance(Lifecycle.PER_CLASS)
class PassportsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Region europe = new Region("europe", "regions-home");
    private final Region japan = new Region("japan", "regions-abroad");
    private BrowserClient atHome;
    private BrowserClient abroad;

    @BeforeAll
    void start() {
        europe.knows(japan);
        japan.knows(europe);
        europe.start();
        japan.start();
    }

    @AfterAll
    void stop() throws Exception {
        europe.close();
        japan.close();
    }

    @BeforeEach
    void come() {
        atHome = new BrowserClient().carries(Region.client("c-77"));
        abroad = new BrowserClient();
        atHome.happens(europe.node(), Ga4.named("page_view"));
        abroad.happens(japan.node(), Ga4.named("page_view"));
    }

    @AfterEach
    void go() {
        atHome.close();
        abroad.close();
    }

    @Test
    void a_refusal_at_home_is_respected_where_she_goes() {
        declines(europe, atHome);
        var passport = europe.passport(atHome);

        assertThat(japan.honour(abroad, passport).statusCode()).isEqualTo(204);
        var tab = abroad.open(japan.node());
        abroad.happens(japan.node(), Ga4.view("P-1", "precious", 9_000));

        var explained = Operator.explain(japan.node(), abroad);
        assertThat(explained.at("/limits/blocked/limit").asText()).isEqualTo("elsewhere");
        assertThat(explained.path("relationship").asText()).isEqualTo("vic");
        assertThat(Operator.explain(japan.node(), abroad, "precious")
                        .path("verdict")
                        .asText())
                .isEqualTo("limits");
        assertThat(tab.all("invitation")).isEmpty();
        assertThat(Operator.journalOf(japan.node(), abroad, "passport"))
                .singleElement()
                .satisfies(record -> assertThat(record.properties().stream().map(each -> each.getKey()))
                        .containsExactly("at", "site", "visitor", "type", "use"));
    }

    @Test
    void it_says_nothing_of_who_she_is_and_is_signed_by_a_published_key() throws Exception {
        var passport = europe.passport(atHome);

        var claims = europe.verified(passport);

        assertThat(claims.getAudience()).containsExactly("japan");
        assertThat(claims.getStringClaimValue("tier")).isEqualTo("vic");
        assertThat(claims.toJson())
                .doesNotContain("c-77")
                .doesNotContain(atHome.handle().substring(2));
        assertThat(europe.verified(europe.passport(atHome)).getSubject()).isEqualTo(claims.getSubject());
    }

    @Test
    void it_is_used_once() {
        var passport = europe.passport(atHome);
        var another = new BrowserClient();
        another.happens(japan.node(), Ga4.named("page_view"));

        assertThat(japan.honour(another, "x.y.z").statusCode()).isEqualTo(400);
        assertThat(japan.honour(abroad, passport).statusCode()).isEqualTo(204);
        assertThat(japan.honour(another, passport).statusCode()).isEqualTo(409);
        // Her answer may have been lost.
        assertThat(japan.honour(abroad, passport).statusCode()).isEqualTo(204);
    }

    @Test
    void what_was_tampered_with_expired_or_is_of_or_for_another_is_refused() {
        var passport = europe.passport(atHome);
        int middle = passport.lastIndexOf('.') + 10;
        char other = passport.charAt(middle) == 'A' ? 'B' : 'A';
        var tampered = passport.substring(0, middle) + other + passport.substring(middle + 1);

        assertThat(status(tampered)).isEqualTo(403);
        assertThat(status(europe.signed(claims -> claims.setClaim("tier", "vic"))))
                .isEqualTo(204);
        assertThat(status(japan.signed(claims -> claims.setIssuer("europe")))).isEqualTo(403);
        assertThat(status(europe.signed(claims -> claims.setAudience("america"))))
                .isEqualTo(403);
        assertThat(status(europe.signed(claims -> claims.setIssuer("america")))).isEqualTo(403);
        assertThat(status(europe.signed(claims -> claims.setExpirationTime(
                        NumericDate.fromSeconds(NumericDate.now().getValue() - 60)))))
                .isEqualTo(410);
        // Whoever shows one after the other has to wait.
        await().atMost(PATIENCE).until(() -> status(passport) == 429);
    }

    @Test
    void without_consent_to_be_recognised_none_is_given_and_none_is_honoured() {
        var passport = europe.passport(atHome);
        var shy = new BrowserClient().consents(true, false);
        shy.happens(europe.node(), Ga4.named("page_view"));
        shy.happens(japan.node(), Ga4.named("page_view"));

        assertThat(europe.wish(shy).statusCode()).isEqualTo(403);
        assertThat(japan.honour(shy, passport).statusCode()).isEqualTo(403);
        // What the page claims is no word of consent: her beacons said no.
        shy.consents(true, true);
        assertThat(europe.wish(shy).statusCode()).isEqualTo(403);
        assertThat(japan.honour(shy, passport).statusCode()).isEqualTo(403);
    }

    @Test
    void what_happens_there_counts_at_home() {
        japan.honour(abroad, europe.passport(atHome));

        declines(japan, abroad);

        await().atMost(PATIENCE).until(() -> blocked(europe, atHome).equals("afterDecline"));
        assertThat(Operator.journalOf(europe.node(), atHome, "passport"))
                .singleElement()
                .satisfies(record -> assertThat(record.path("use").asText()).isEqualTo("returned"));
    }

    @Test
    void while_home_is_dead_the_other_serves_and_the_return_waits() {
        var failed = "overture_passports_returns_sent_total{.*result=\"failed\"";
        japan.honour(abroad, europe.passport(atHome));
        europe.node().kill();
        double before = japan.metric(failed);

        declines(japan, abroad);
        await().atMost(PATIENCE).until(() -> japan.metric(failed) > before);
        await().atMost(PATIENCE).until(() -> japan.metric("overture_passports_returns_waiting") == 1);
        europe.start();

        await().atMost(PATIENCE).until(() -> blocked(europe, atHome).equals("afterDecline"));
        await().atMost(PATIENCE).until(() -> japan.metric("overture_passports_returns_waiting") == 0);
    }

    @Test
    void whoever_was_erased_at_home_is_not_brought_back() {
        japan.honour(abroad, europe.passport(atHome));
        Operator.ask(europe.node(), "DELETE", "/v1/visitors/" + atHome.handle(), "");
        await().atMost(PATIENCE)
                .until(() -> europe.keys("ov:passport:{demo:" + atHome.handle() + "}")
                        .isEmpty());

        declines(japan, abroad);

        await().atMost(PATIENCE)
                .until(() -> europe.metric("overture_passports_returns_taken_total{.*result=\"gone\"") > 0);
        assertThat(Operator.keptStatus(europe.node(), atHome)).isEqualTo(404);
        await().atMost(PATIENCE).until(() -> japan.metric("overture_passports_returns_waiting") == 0);
    }

    private int status(String passport) {
        return japan.honour(abroad, passport).statusCode();
    }

    /** She is invited, and says no. */
    private static void declines(Region region, BrowserClient browser) {
        var tab = browser.open(region.node());
        browser.happens(region.node(), Ga4.view("P-1", "precious", 9_000));
        JsonNode card = tab.next("invitation");
        tab.answer(card.path("id").asText(), "declined");
        tab.next("ack");
    }

    private static String blocked(Region region, BrowserClient browser) {
        return Operator.explain(region.node(), browser)
                .at("/limits/blocked/limit")
                .asText();
    }
}
