package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.push.FakeTimers;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.VisitorKey;
import io.overture.wire.Bucket;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    private static final Address OFFICE = Address.of("192.0.2.1");

    private final FakeTimers time = new FakeTimers();

    @Test
    void a_bucket_fills_again_but_never_over() {
        var bucket = new Bucket(10, 2, time.getAsLong());
        bucket.take(time.getAsLong());
        bucket.take(time.getAsLong());
        assertThat(bucket.take(time.getAsLong())).isFalse();

        time.pass(Duration.ofHours(1));

        assertThat(IntStream.range(0, 5)
                        .filter(i -> bucket.take(time.getAsLong()))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void new_visitors_of_one_address_are_limited_and_known_ones_are_not() {
        var rates = new Rates(House.limits(100, 2, 1, 1), time);
        rates.meet(visitor(1), OFFICE);
        rates.meet(visitor(2), OFFICE);

        var third = rates.meet(visitor(3), OFFICE);

        assertThat(third).isFalse();
        assertThat(rates.meet(visitor(1), OFFICE)).isTrue();
        assertThat(rates.meet(visitor(3), Address.of("192.0.2.2"))).isTrue();
    }

    @Test
    void there_is_room_for_one_more_after_a_while() {
        var rates = new Rates(House.limits(100, 60, 1, 1), time);
        IntStream.range(0, 60).forEach(i -> rates.meet(visitor(i), OFFICE));
        assertThat(rates.meet(visitor(99), OFFICE)).isFalse();

        time.pass(Duration.ofSeconds(1));

        assertThat(rates.meet(visitor(99), OFFICE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.8.8.8, 127.8.8.8, true",
        "::1, 0000000000000000, true",
        "::ffff:192.0.2.1, 192.0.2.1, false",
        "2001:db8:1:2:3:4:5:6, 20010db800010002, false",
        "2001:db8:1:2::9, 20010db800010002, false",
        "localhost, localhost, false",
        ", '', false"
    })
    void an_address_as_limits_count(@Nullable String host, String value, boolean isThisMachine) {
        var address = Address.of(host);

        assertThat(address).isEqualTo(new Address(value, isThisMachine));
    }

    @Test
    void who_has_a_providers_network_does_not_have_all_of_its_networks() {
        var rates = new Rates(House.limits(100, 1, 1, 1), time);
        IntStream.range(0, Rates.PER_PROVIDER)
                .forEach(i -> assertThat(rates.meet(visitor(i), Address.of("2001:db8:1:%x::1".formatted(i))))
                        .isTrue());

        var next = rates.meet(visitor(99), Address.of("2001:db8:1:ffff::1"));

        assertThat(next).isFalse();
        assertThat(rates.meet(visitor(99), Address.of("2001:db8:2::1"))).isTrue();
    }

    @Test
    void who_has_a_providers_network_does_not_ask_from_all_of_its_networks() {
        var rates = new Rates(House.limits(1, 1, 1, 1), () -> 0);

        var stranger = new Guest(visitor(1), "session", new Beacon.Standing(new Consent(true, true), null, null));

        long asked = IntStream.range(0, 1_000)
                .filter(i -> rates.ask(stranger, Address.of("2001:db8:1:%x::1".formatted(i))))
                .count();

        assertThat(asked).isEqualTo(Rates.REQUESTS_AT_ONCE * Rates.PER_PROVIDER);
    }

    @Test
    void sockets_of_a_providers_network_are_counted_together_and_given_back() {
        var rates = new Rates(House.limits(100, 1, 1, 1), time);
        var first = Address.of("2001:db8:1::1");
        rates.dial(first);
        IntStream.range(1, Rates.PER_PROVIDER).forEach(i -> rates.dial(Address.of("2001:db8:1:%x::1".formatted(i))));
        var late = Address.of("2001:db8:1:ffff::1");
        assertThat(rates.dial(late)).isFalse();

        rates.hungUp(first);

        assertThat(rates.dial(late)).isTrue();
    }

    private static VisitorKey visitor(int number) {
        return VisitorKey.of("demo", "visitor-number-%08d".formatted(number));
    }
}
