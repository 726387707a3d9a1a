package io.overture.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "redis://10.0.0.1:7000,                redis://10.9.9.9:6380",
        "redis://cache_1,                      redis://10.9.9.9:6380",
        "rediss://:secret@cache.example:7000,  rediss://:secret@10.9.9.9:6380",
        "rediss://she:s@cret@cache:7000/0,     rediss://she:s@cret@10.9.9.9:6380",
        "redis://cache:7000?client=a,          redis://10.9.9.9:6380?client=a",
    })
    void another_node_is_reached_as_the_one_in_the_settings(String configured, String other) {
        var url = Endpoint.of("10.9.9.9:6380").in(configured);

        assertThat(url).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({
        "redis://10.0.0.1:7000,       10.0.0.1:7000",
        "redis://cache_1,             cache_1:6379",
        "rediss://:s@cache:7000/0,    cache:7000",
        "redis://[fd00::1]:7000,      [fd00::1]:7000",
        "redis://[fd00::1],           [fd00::1]:6379",
    })
    void an_address_says_where(String url, String place) {
        var endpoint = Endpoint.ofUrl(url);

        assertThat(endpoint).hasToString(place);
    }

    @Test
    void a_cluster_names_ipv6_nodes_without_brackets() {
        var endpoint = Endpoint.of("fd00::1:7000");

        assertThat(endpoint).isEqualTo(new Endpoint("fd00::1", 7000));
    }

    @Test
    void what_is_no_address_is_refused_without_repeating_what_may_be_secret() {
        assertThatThrownBy(() -> Endpoint.ofUrl("she:secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
