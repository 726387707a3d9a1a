package io.overture.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleRatioTest {

    @Test
    void six_thousand_units_are_missing_of_a_million_and_a_half() {
        var ratio = SampleRatio.of(821_588, 815_482, 0.5);

        assertThat(ratio.statistic()).isEqualTo(22.774369, within(5e-7));
        assertThat(ratio.p()).isEqualTo(1.82179e-06, within(5e-12));
        assertThat(ratio.isBroken()).isTrue();
    }

    @Test
    void a_tenth_that_is_held_back() {
        assertThat(SampleRatio.of(1_000, 9_000, 0.1)).isEqualTo(new SampleRatio(0, 1));
        assertThat(SampleRatio.of(1_020, 8_980, 0.1).isBroken()).isFalse();
        assertThat(SampleRatio.of(1_200, 8_800, 0.1).isBroken()).isTrue();
    }

    @Test
    void nobody_yet() {
        assertThat(SampleRatio.of(0, 0, 0.1).isBroken()).isFalse();
    }
}
