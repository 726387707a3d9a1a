package io.overture.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final Envelope PARCEL = new Envelope("parcel", 2);

    @Test
    void what_is_put_in_comes_out() {
        assertThat(PARCEL.open(PARCEL.around("a b\n{}"))).contains("a b\n{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 a b\n{}", "3 a b\n{}", "20 a", "2", "a b\n{}", ""})
    void another_version_or_none_is_not_read(String message) {
        assertThat(PARCEL.open(message)).isEmpty();
    }
}
