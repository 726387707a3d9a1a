package io.overture.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

    @ParameterizedTest
    @CsvSource({
        ",                              desk.example,       true",
        "https://desk.example,          desk.example,       true",
        "https://Desk.Example,          desk.example,       true",
        "http://localhost:8080,         localhost:8080,     true",
        "http://localhost:8081,         localhost:8080,     false",
        "https://evil.example,          desk.example,       false",
        "https://desk.example.evil.com, desk.example,       false",
        "https://a@desk.example,        desk.example,       false",
        "null,                          desk.example,       false",
        "not an origin,                 desk.example,       false",
        "https://desk.example,          ,                   false"
    })
    void a_page_of_this_host_or_no_page_at_all(@Nullable String origin, @Nullable String host, boolean expected) {
        var isOurs = Origins.isOurs(origin, host);

        assertThat(isOurs).isEqualTo(expected);
    }
}
