package io.overture.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopsTest {

    private static final String OURS = "10.0.0.0/8|2001:db8:f::/48";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "10.0.0.1; 203.0.113.9; 203.0.113.9",
                "10.0.0.1; 198.51.100.1, 203.0.113.9; 203.0.113.9",
                "10.0.0.1; 198.51.100.1, 203.0.113.9, 10.1.1.1; 203.0.113.9",
                "10.0.0.1; 10.0.0.9, 203.0.113.9; 203.0.113.9",
                "10.0.0.1; 10.0.0.3, 10.0.0.2; 10.0.0.3",
                "10.0.0.1; 203.0.113.9:4711; 203.0.113.9",
                "10.0.0.1; [2001:db8:1:2::3]:4711; 20010db800010002",
                "10.0.0.1; [2001:db8:1:2::3]; 20010db800010002",
                "10.0.0.1; 2001:db8:1:2::3; 20010db800010002",
                "10.0.0.1; ::ffff:203.0.113.9; 203.0.113.9",
                "2001:db8:f::1; 203.0.113.9; 203.0.113.9",
                "10.0.0.1; unknown; 10.0.0.1",
                "10.0.0.1; 203.0.113.9, unknown; 10.0.0.1",
                "10.0.0.1; ' , ,'; 10.0.0.1",
                "10.0.0.1; localhost; 10.0.0.1",
                "10.0.0.1; none; 10.0.0.1",
                "203.0.113.9; 198.51.100.1; 203.0.113.9",
                "127.0.0.1; 198.51.100.1; 127.0.0.1"
            })
    void the_first_from_the_right_that_is_not_ours(String peer, @Nullable String header, String value) {
        var hops = new Hops(true, false, networks());

        assertThat(hops.caller(peer, header == null ? List.of() : List.of(header))
                        .value())
                .isEqualTo(value);
    }

    @Test
    void headers_are_one_list_whose_last_line_is_the_newest() {
        var hops = new Hops(true, false, networks());

        assertThat(hops.caller("10.0.0.1", List.of("198.51.100.1", "203.0.113.9, 10.0.0.2"))
                        .value())
                .isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=203.0.113.9|203.0.113.9",
                "for=198.51.100.1, for=203.0.113.9;proto=https;by=10.0.0.1|203.0.113.9",
                "proto=https; For=\"[2001:db8:1:2::3]:4711\"|20010db800010002",
                "for=_hidden|10.0.0.1"
            })
    void the_standard_header_where_it_is_the_one_believed(String header, String value) {
        var hops = new Hops(true, true, networks());

        assertThat(hops.caller("10.0.0.1", List.of(header)).value()).isEqualTo(value);
    }

    @Test
    void where_no_proxy_is_named_only_the_last_hop_is_believed() {
        var hops = new Hops(true, false, List.of());

        assertThat(hops.caller("10.0.0.1", List.of("198.51.100.1, 203.0.113.9")).value())
                .isEqualTo("203.0.113.9");
    }

    @Test
    void without_a_proxy_nothing_is_believed() {
        var hops = new Hops(false, false, List.of());

        assertThat(hops.caller("203.0.113.9", List.of("198.51.100.1")).value()).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "::1", "[::1]:80", "127.8.8.8:1", "::ffff:127.0.0.1"})
    void a_forwarded_loopback_is_never_this_machine(String claimed) {
        var hops = new Hops(
                true,
                false,
                Stream.concat(networks().stream(), Network.of("127.0.0.0/8").stream())
                        .toList());

        assertThat(hops.caller("10.0.0.1", List.of(claimed)).isThisMachine()).isFalse();
        assertThat(hops.caller("127.0.0.1", List.of(claimed)).isThisMachine()).isFalse();
        assertThat(hops.caller("127.0.0.1", List.of()).isThisMachine()).isTrue();
    }

    private static List<Network> networks() {
        return Stream.of(OURS.split("\\|"))
                .flatMap(each -> Network.of(each).stream())
                .toList();
    }
}
