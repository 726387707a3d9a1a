package io.overture.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.example.com, https://www.example.com, true",
        "https://www.example.com, HTTPS://WWW.Example.COM, true",
        "HTTPS://WWW.Example.COM, https://www.example.com, true",
        "https://www.example.com, https://www.example.com:443, true",
        "https://www.example.com:443, https://www.example.com, true",
        "http://www.example.com, http://www.example.com:80, true",
        "https://www.example.com, http://www.example.com, false",
        "https://www.example.com, https://www.example.com:8443, false",
        "https://www.example.com, https://example.com, false",
        "https://www.example.com, https://shop.www.example.com, false",
        "https://www.example.com, https://www.example.com.evil.org, false",
        "https://www.example.com, https://www.example.com@evil.org, false",
        "https://www.example.com, https://www.example.com/, false",
        "https://www.example.com, https://www.example.com/page, false",
        "https://www.example.com, https://www.example.com?x, false",
        "https://www.example.com, 'https://www.example.com https://evil.org', false",
        "https://www.example.com, null, false",
        "https://www.example.com, '', false",
        "https://www.example.com, file://, false",
        "https://www.example.com, https://, false",
        "http://localhost:*, http://localhost, true",
        "http://localhost:*, http://localhost:3000, true",
        "http://localhost:*, http://localhost:65536, false",
        "http://localhost:*, http://localhost:*, false",
        "http://localhost:*, https://localhost:3000, false",
        "http://localhost:*, http://localhost.evil.org:3000, false",
        "http://localhost:*, http://127.0.0.1:3000, false",
        "http://127.0.0.1:*, http://127.0.0.1:3000, true",
        "http://[::1]:*, http://[::1]:3000, true",
        "http://[::1]:*, http://[::1], true",
        "http://[::1]:*, http://[::2]:3000, false"
    })
    void an_origin_is_the_sites_own_or_it_is_not(String listed, String sent, boolean allowed) {
        var site = site(listed);

        var answer = site.allowsOrigin(sent);

        assertThat(answer).isEqualTo(allowed);
    }

    @Test
    void a_page_that_says_no_origin_is_not_let_in() {
        assertThat(site("https://www.example.com").allowsOrigin(null)).isFalse();
    }

    @Test
    void an_endless_origin_is_not_looked_at() {
        var endless = "https://" + "a".repeat(100_000);

        assertThat(site("https://www.example.com").allowsOrigin(endless)).isFalse();
    }

    private static Site site(String... origins) {
        var allowed = Stream.of(origins)
                .map(Origin::allowed)
                .flatMap(Optional::stream)
                .toList();
        return new Site("shop", List.copyOf(allowed), Optional.empty(), false);
    }
}
