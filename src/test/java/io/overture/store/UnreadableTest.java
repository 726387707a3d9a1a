package io.overture.store;

import static io.overture.store.Commits.remembering;
import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.overture.Logged;
import io.overture.redis.Lanes;
import io.overture.redis.Reason;
import io.overture.redis.StoreUnavailable;
import io.overture.visitor.VisitorKey;
import io.vertx.redis.client.Command;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored of a visitor and nobody understands. */
class UnreadableTest {

    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));
    private static final String SECRET = "her own words";

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final Lanes lanes = REDIS.lanes();
    private final RedisVisitors visitors = REDIS.stores().visitors(lanes);

    static Stream<byte[]> values() {
        var broken = new Codec(Codec.CURRENT).encode(7, remembering(SECRET), null);
        broken[12] ^= 0x55;
        var newer = new Codec(Codec.CURRENT).encode(7, remembering(SECRET), null);
        newer[0] = Codec.CURRENT + 1;
        return Stream.of(broken, newer, new byte[] {1, 2, 3});
    }

    @ParameterizedTest
    @MethodSource("values")
    void it_is_a_cause_of_its_own_and_told_once_without_a_word_of_hers(byte[] value) {
        ask(lanes, Command.SET, Keys.value(SHE), value);

        try (var log = new Logged(RedisVisitors.class)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> get(visitors.load(SHE)))
                        .isInstanceOfSatisfying(
                                StoreUnavailable.class,
                                failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE))
                        .isInstanceOf(Unreadable.class);
            }

            assertThat(log.records()).singleElement().satisfies(said -> {
                assertThat(said.getMessage())
                        .containsPattern("reason=(broken|too_short|unknown_format) at=\\d+ ")
                        .contains("event=visitor_unreadable site=demo shard="
                                + SHE.handle().shard())
                        .doesNotContain(SHE.handle().value(), SECRET);
                assertThat(String.valueOf(said.getThrown())).doesNotContain(SECRET);
            });
        }
    }

    @Test
    void what_broke_reading_it_is_in_the_log() {
        ask(lanes, Command.SET, Keys.value(SHE), values().findFirst().orElseThrow());

        try (var log = new Logged(RedisVisitors.class)) {
            assertThatThrownBy(() -> get(visitors.load(SHE))).isInstanceOf(StoreUnavailable.class);

            assertThat(log.records().getFirst().getThrown().getStackTrace()).isNotEmpty();
        }
    }

    @Test
    void each_reason_has_a_word_and_a_place() {
        var said = values().map(this::told).toList();

        assertThat(said.get(0)).contains("reason=broken at=");
        assertThat(said.get(1)).contains("reason=unknown_format at=0");
        assertThat(said.get(2)).contains("reason=too_short at=3");
    }

    /** The answer comes on another thread, to which nobody is known. */
    @Test
    void who_asked_is_in_the_log() {
        ask(lanes, Command.SET, Keys.value(SHE), values().findFirst().orElseThrow());

        var named = new AtomicReference<>();
        try (var log = new Logged(RedisVisitors.class, said -> named.set(MDC.get("requestId")))) {
            MDC.put("requestId", "asked-1");
            assertThatThrownBy(() -> get(visitors.load(SHE))).isInstanceOf(StoreUnavailable.class);
            assertThat(log.records()).hasSize(1);
        } finally {
            MDC.remove("requestId");
        }

        assertThat(named).hasValue("asked-1");
    }

    private String told(byte[] value) {
        ask(lanes, Command.SET, Keys.value(SHE), value);
        try (var log = new Logged(RedisVisitors.class)) {
            assertThatThrownBy(() -> get(REDIS.stores().visitors(lanes).load(SHE)))
                    .isInstanceOf(StoreUnavailable.class);
            return log.records().getFirst().getMessage();
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void nothing_that_is_tried_changes_it(byte[] value) {
        ask(lanes, Command.SET, Keys.value(SHE), value);

        assertThatThrownBy(() -> get(visitors.load(SHE))).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> get(visitors.commit(Commits.first(SHE, remembering("one")))))
                .isInstanceOf(StoreUnavailable.class);

        assertThat(Objects.requireNonNull(ask(lanes, Command.GET, Keys.value(SHE)))
                        .toBytes())
                .isEqualTo(value);
    }

    @Test
    void it_goes_without_being_read_and_its_alarm_with_it() {
        get(visitors.commit(Commits.of(SHE, Optional.empty(), remembering("one"), Commits.NOW.plusSeconds(60))));
        ask(lanes, Command.SET, Keys.value(SHE), values().findFirst().orElseThrow());

        get(visitors.discard(SHE));

        assertThat(get(visitors.load(SHE))).isEmpty();
        assertThat(ask(lanes, Command.ZCARD, Keys.alarms(SHE.handle().shard())).toLong())
                .isZero();
    }
}
