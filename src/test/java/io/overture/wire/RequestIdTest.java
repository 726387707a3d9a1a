package io.overture.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "0",
                "5f0c2a9be1d04477",
                "req_1.2-3",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void letters_digits_and_three_signs_are_well_formed(String id) {
        assertThat(RequestId.isWellFormed(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a\nb",
                "a\"b",
                "a/b",
                "a:b",
                "{a}",
                "é",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void anything_else_and_whatever_is_long_is_not(String id) {
        assertThat(RequestId.isWellFormed(id)).isFalse();
    }
}
