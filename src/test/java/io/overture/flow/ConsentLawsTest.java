package io.overture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Once consent is withdrawn nothing is kept, whatever comes by whatever way, until it is granted anew. */
class ConsentLawsTest {

    private static final int BEFORE = 60;
    private static final int AFTER = 40;

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void nothing_is_kept_after_the_newest_word_is_a_withdrawal(@ForAll long seed, @ForAll boolean tellsWhen) {
        try (var browser = new TwoTabs(new Random(seed), tellsWhen)) {
            for (int i = 0; i < BEFORE; i++) {
                browser.happens();
                if (browser.isWithdrawn()) {
                    assertThat(browser.isKept()).as("after %s things", i).isFalse();
                }
            }
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void a_newer_grant_is_taken_at_its_word(@ForAll long seed, @ForAll boolean tellsWhen) {
        try (var browser = new TwoTabs(new Random(seed), tellsWhen)) {
            for (int i = 0; i < AFTER; i++) {
                browser.happens();
            }
            browser.withdraws();
            assertThat(browser.isKept()).isFalse();

            browser.grants();

            assertThat(browser.isKept()).isTrue();
        }
    }
}
