package io.overture.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErlangTest {

    @ParameterizedTest
    @CsvSource({"5, 10, 0.01838457", "10, 10, 0.21458234", "20, 25, 0.05022178", "8, 10, 0.12166106"})
    void calls_that_do_not_wait(double load, int servers, double lost) {
        assertThat(Erlang.b(load, servers)).isEqualTo(lost, within(5e-9));
    }

    @ParameterizedTest
    @CsvSource({"8, 10, 0.40918015", "20, 25, 0.20910283"})
    void calls_that_wait(double load, int servers, double waiting) {
        assertThat(Erlang.c(load, servers)).isEqualTo(waiting, within(5e-9));
    }

    /** 360 calls in half an hour, of four minutes each. */
    @Test
    void a_contact_centre_of_fifty_five() {
        double load = 360 / 1_800.0 * 240;

        assertThat(Erlang.c(load, 55)).isEqualTo(0.23870094, within(5e-9));
        assertThat(Erlang.wait(load, 55, 240)).isEqualTo(8.184, within(5e-4));
        assertThat(Erlang.within(15, load, 55, 240)).isEqualTo(0.8459, within(5e-5));
        assertThat(load / 55).isEqualTo(0.8727, within(5e-5));
    }

    @Test
    void too_few_servers_never_catch_up() {
        assertThat(Erlang.c(10, 10)).isOne();
        assertThat(Erlang.wait(10, 10, 60)).isInfinite();
        assertThat(Erlang.within(1_000, 11, 10, 60)).isZero();
    }
}
