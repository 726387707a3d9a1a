package io.overture.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe finds nothing to object to, in the boutique and in the card over it. */
@ExtendWith(House.class)
class AccessibilityIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/watches",
                "/piece/W-100",
                "/cart",
                "/checkout",
                "/checkout/payment",
                "/search",
                "/search?q=enamel",
                "/search?q=astrolabe",
                "/sign-in",
                "/wishes",
                "/press/noon"
            })
    void pages(String path, Guest guest) {
        var tab = guest.opens("/piece/L-210").presses("Place in the bag");

        tab.goes(path);

        assertThat(objections(tab)).isEmpty();
        tab.page().setViewportSize(Guest.PHONE[0], Guest.PHONE[1]);
        assertThat(objections(tab)).isEmpty();
    }

    @Test
    void the_card(Guest guest) {
        var tab = guest.comesTo("/piece/W-100");

        tab.looksAt("W-100", "sizing", "materials", "delivery").seesCard();

        assertThat(objections(tab)).isEmpty();
    }

    @Test
    void the_words_after_she_accepted(Guest guest) {
        var tab = guest.comesTo("/piece/W-100");
        tab.looksAt("W-100", "sizing", "materials", "delivery").seesCard();

        tab.answers("Yes, please");

        tab.until(() -> !tab.heard("conversation").isEmpty());
        assertThat(objections(tab)).isEmpty();
    }

    @Test
    void the_strip_unfolded(Guest guest) {
        var tab = guest.comesTo("/piece/W-100");

        tab.presses("Why");

        assertThat(objections(tab)).isEmpty();
    }

    private static List<String> objections(Tab tab) {
        return Axe.objections(tab.stands().page());
    }
}
