package io.overture.client;

import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.client.Clients.Expected;
import io.overture.store.EmptyRedis;
import io.overture.visitor.VisitorKey;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrowsersTest {

    private static final Duration LIFETIME = Duration.ofDays(91);
    private static final Instant AT = Instant.now().minus(Duration.ofMinutes(5));
    private static final String SHE = "c-1001";
    private static final VisitorKey HOME = VisitorKey.of("demo", "at-home-0123456789-012345");
    private static final VisitorKey AWAY = VisitorKey.of("demo", "on-the-road-0123456789-01");

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final Browsers browsers = new Browsers(REDIS.lanes(), LIFETIME);

    @Test
    void the_newest_word_on_a_browser_counts_in_whatever_order_they_come() {
        for (int seed = 0; seed < 30; seed++) {
            var random = new Random(seed);
            int many = 1 + random.nextInt(5);
            boolean isHersFirst = random.nextBoolean();
            var order = new ArrayList<>(IntStream.range(0, many).boxed().toList());
            order.addAll(order);
            Collections.shuffle(order, random);

            var she = SHE + "-" + seed;
            order.forEach(i -> say(she, HOME, isHersFirst == (i % 2 == 0), AT.plusSeconds(i)));

            boolean isHersLast = isHersFirst == ((many - 1) % 2 == 0);
            assertThat(known(she)).as("seed %d", seed).isEqualTo(isHersLast ? List.of(HOME) : List.of());
        }
    }

    @Test
    void nothing_is_kept_of_a_browser_longer_than_it_remembers_her() {
        say(SHE, HOME, true, AT.minus(LIFETIME).minusSeconds(1));
        say(SHE, AWAY, true, AT);

        assertThat(known(SHE)).containsExactly(AWAY);
        for (var key : REDIS.keys("ov:client:*")) {
            assertThat(ask(REDIS.lanes(), Command.PTTL, key).toLong()).isBetween(1L, LIFETIME.toMillis());
        }
    }

    @Test
    void of_too_many_those_go_that_she_was_at_longest_ago() {
        for (int i = 0; i <= Browsers.MOST; i++) {
            say(SHE, VisitorKey.of("demo", "browser-number-%012d".formatted(i)), true, AT.plusMillis(i));
        }

        assertThat(known(SHE))
                .hasSize(Browsers.MOST)
                .doesNotContain(VisitorKey.of("demo", "browser-number-%012d".formatted(0)));
    }

    @Test
    void what_was_decided_before_she_was_erased_and_told_afterwards_is_to_be_erased() {
        var clients = new RedisClients(REDIS.lanes(), LIFETIME, () -> "v", List.of());
        get(clients.delete(SHE, new Expected.Anything()));
        get(clients.put(SHE, new Expected.Anything(), had -> Records.whole(SHE)));

        var before = get(browsers.recognised(SHE, HOME, AT));
        var after = get(browsers.recognised(SHE, AWAY, Instant.now().plusSeconds(5)));

        assertThat(before).isTrue();
        assertThat(after).isFalse();
        assertThat(known(SHE)).containsExactly(AWAY);
    }

    private void say(String who, VisitorKey browser, boolean hers, Instant at) {
        if (hers) {
            assertThat(get(browsers.recognised(who, browser, at))).isFalse();
        } else {
            get(browsers.parted(who, browser, at));
        }
    }

    private List<VisitorKey> known(String who) {
        return get(browsers.of(who)).stream().map(Browsers.Browser::visitor).toList();
    }
}
