package io.overture.passport;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.passport.Pseudonyms.Bearer;
import io.overture.store.EmptyRedis;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One name for each visitor and region, by which nobody else can find anybody, and which goes with the visitor. */
class PseudonymsTest {

    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final AtomicInteger drawn = new AtomicInteger();
    private final Pseudonyms pseudonyms =
            new Pseudonyms(REDIS.lanes(), () -> "p" + drawn.incrementAndGet(), Duration.ofDays(2));

    @Test
    void one_for_each_region_and_the_same_again() {
        var japan = get(pseudonyms.of(new Bearer("japan", SHE, "n")));
        var america = get(pseudonyms.of(new Bearer("america", SHE, "n")));

        assertThat(america).isNotEqualTo(japan);
        assertThat(get(pseudonyms.of(new Bearer("japan", SHE, "n")))).isEqualTo(japan);
        assertThat(get(pseudonyms.find(japan))).contains(new Bearer("japan", SHE, "n"));
    }

    @Test
    void whoever_was_forgotten_and_comes_back_has_another() {
        var before = get(pseudonyms.of(new Bearer("japan", SHE, "n")));

        assertThat(get(pseudonyms.of(new Bearer("japan", SHE, "anew")))).isNotEqualTo(before);
    }

    @Test
    void forgotten_they_lead_to_nobody() {
        var japan = get(pseudonyms.of(new Bearer("japan", SHE, "n")));
        var america = get(pseudonyms.of(new Bearer("america", SHE, "n")));

        get(pseudonyms.forget(SHE));

        assertThat(get(pseudonyms.find(japan))).isEmpty();
        assertThat(get(pseudonyms.find(america))).isEmpty();
        assertThat(REDIS.keys("*")).isEmpty();
    }
}
