package io.overture.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrapeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overture_steps_total 12.0",
                "overture_steps_total{kind=\"a b\"} 12.0",
                "overture_steps_total{kind=\"beacon\"} 12.0 # {span_id=\"1\",trace_id=\"2\"} 1.0 1764000000.123"
            })
    void a_line_says_its_value(String line) {
        assertEquals(12, Scrape.value(line));
    }
}
