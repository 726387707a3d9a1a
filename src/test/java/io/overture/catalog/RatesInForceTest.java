package io.overture.catalog;

import static io.overture.store.Stores.get;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.store.EmptyRedis;
import io.overture.store.Stores;
import io.vertx.redis.client.Command;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RatesInForceTest {

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private static final LocalDate THURSDAY = LocalDate.parse("2026-04-02");

    private Instant now = at(THURSDAY);
    private RatesInForce here;
    private RatesInForce there;

    @BeforeEach
    void start() {
        here = node();
        there = node();
    }

    @Test
    void what_is_put_counts_here_at_once_and_elsewhere_at_the_next_look() {
        put("1.10", THURSDAY);
        var before = there.today();
        get(there.look());

        assertThat(here.today()).isEqualTo(fixing("1.10", THURSDAY));
        assertThat(before).isNull();
        assertThat(there.today()).isEqualTo(here.today());
    }

    @Test
    void an_older_day_that_arrives_late_changes_nothing_today() {
        put("1.10", THURSDAY);
        put("1.05", THURSDAY.minusDays(1));

        assertThat(here.today()).isEqualTo(fixing("1.10", THURSDAY));
        assertThat(here.on(THURSDAY.minusDays(1))).contains(fixing("1.05", THURSDAY.minusDays(1)));
        assertThat(here.on(THURSDAY.minusDays(2))).isEmpty();
    }

    @Test
    void a_day_to_come_counts_when_it_has_come() {
        put("1.10", THURSDAY);
        put("1.20", THURSDAY.plusDays(1));
        var today = here.today();

        now = at(THURSDAY.plusDays(1));
        get(here.look());

        assertThat(today).isEqualTo(fixing("1.10", THURSDAY));
        assertThat(here.today()).isEqualTo(fixing("1.20", THURSDAY.plusDays(1)));
    }

    @Test
    void over_easter_the_last_fixing_counts() {
        put("1.10", THURSDAY);

        now = at(THURSDAY.plusDays(4));
        get(here.look());

        assertThat(here.today()).isEqualTo(fixing("1.10", THURSDAY));
        assertThat(here.on(here.day())).contains(fixing("1.10", THURSDAY));
    }

    @Test
    void a_day_is_corrected_by_being_put_again() {
        put("1.10", THURSDAY);
        put("1.11", THURSDAY);

        assertThat(here.today()).isEqualTo(fixing("1.11", THURSDAY));
    }

    @Test
    void nothing_changes_while_nothing_new_is_put() {
        put("1.10", THURSDAY);
        var before = here.today();
        put("1.10", THURSDAY);
        put("1.05", THURSDAY.minusDays(1));

        assertThat(here.today()).isSameAs(before);
    }

    /** Such as in a currency that a newer release knows. */
    @Test
    void a_day_that_is_not_understood_leaves_the_others() {
        put("1.10", THURSDAY);
        var unknown = "{\"base\":\"EUR\",\"at\":\"2026-04-01\",\"rates\":{\"XQQ\":2}}";
        Stores.ask(REDIS.lanes(), Command.HSET, "ov:{rates}:days", "2026-04-01", unknown, "version", "99");
        get(there.look());

        assertThat(there.today()).isEqualTo(fixing("1.10", THURSDAY));
    }

    @Test
    void it_survives_a_restart() {
        put("1.10", THURSDAY);
        var restarted = node();
        get(restarted.look());

        assertThat(restarted.today()).isEqualTo(here.today());
    }

    @Test
    void the_newest_days_are_kept() {
        var many = IntStream.range(0, RatesStore.DAYS_KEPT + 50)
                .mapToObj(ago -> fixing("1.10", THURSDAY.minusDays(ago)))
                .toList();
        get(here.put(many));
        put("1.10", THURSDAY.plusDays(1));

        assertThat(here.on(THURSDAY)).isPresent();
        assertThat(here.on(THURSDAY.minusDays(RatesStore.DAYS_KEPT - 2))).isPresent();
        assertThat(here.on(THURSDAY.minusDays(RatesStore.DAYS_KEPT - 1))).isEmpty();
    }

    private void put(String usd, LocalDate day) {
        get(here.put(List.of(fixing(usd, day))));
    }

    private static Fixing fixing(String usd, LocalDate day) {
        return new Fixing(CurrencyUnit.EUR, day, Map.of(CurrencyUnit.USD, new BigDecimal(usd)));
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(UTC).toInstant().plus(Duration.ofHours(9));
    }

    private RatesInForce node() {
        return new RatesInForce(new RatesStore(REDIS.lanes()), () -> now);
    }
}
