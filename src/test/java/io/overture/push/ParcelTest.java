package io.overture.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParcelTest {

    private static final String SPAN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void is_read_as_it_was_written() {
        var parcel = new Parcel(List.of("s-1", "s-2"), List.of("{\"type\":\"a\"}", "{\"type\":\"b\"}"), null);

        assertThat(Parcel.of(parcel.text())).isEqualTo(parcel);
    }

    @Test
    void brings_the_span_that_sent_it() {
        var parcel = new Parcel(List.of("s-1"), List.of("{}"), SPAN);

        assertThat(Parcel.of(parcel.text())).isEqualTo(parcel);
    }

    /** To a node of a release before traces, the span is a socket that is not there. */
    @Test
    void names_its_span_where_sockets_are_named() {
        var text = new Parcel(List.of("s-1"), List.of("{}"), SPAN).text();

        assertThat(text).isEqualTo("s-1 traceparent=" + SPAN + "\n{}");
    }
}
