package io.overture.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each trigger of the demo's book, provoked as the boutique itself suggests it. */
@ExtendWith(House.class)
class TriggersIT {

    @Test
    void a_long_look_at_a_piece(Guest guest) {
        var tab = guest.comesTo("/piece/W-100");

        tab.page().mouse().move(600, 400);

        assertThat(tab.seesCard().invitation().path("trigger").asText()).isEqualTo("extended-consideration");
    }

    @Test
    void three_looks_at_what_reassures(Guest guest) {
        var tab = guest.comesTo("/piece/W-100");

        tab.unfolds("sizing", "materials", "provenance");

        assertThat(tab.seesCard().invitation().path("trigger").asText()).isEqualTo("reassurance");
    }

    @Test
    void stillness_in_the_checkout(Guest guest) {
        var tab = guest.comesTo("/piece/L-210").presses("Place in the bag");

        tab.goes("/checkout");

        assertThat(tab.seesCard().invitation().path("trigger").asText()).isEqualTo("checkout-hesitation");
    }

    @Test
    void a_client_back_at_what_she_favours(Guest guest) {
        var tab = guest.comesTo("/sign-in").presses("Continue as Madame Hélène Varenne");

        tab.goes("/piece/W-140");

        assertThat(tab.seesCard().invitation().path("trigger").asText()).isEqualTo("returning-client");
    }

    @Test
    void a_search_that_found_nothing(Guest guest) {
        var tab = guest.comesTo("/search");

        tab.page().getByLabel("Search the house").fill("astrolabe");
        tab.page().keyboard().press("Enter");

        assertThat(tab.seesCard().invitation().path("trigger").asText()).isEqualTo("search-without-result");
    }

    @Test
    void three_pieces_compared(Guest guest) {
        var tab = guest.comesTo("/piece/W-140");

        tab.goes("/piece/W-160").goes("/piece/L-210");

        assertThat(tab.seesCard().invitation().path("trigger").asText()).isEqualTo("compared-pieces");
    }

    @Test
    void an_arrival_from_the_press_is_told_to_the_advisors_alone(Guest guest) {
        var tab = guest.comesTo(
                "/press/noon?utm_source=gazette-du-soir&utm_medium=editorial&utm_campaign=the-noon-watch");

        tab.until(() -> !guest.keeping().tasks(guest.key(tab)).isEmpty());

        assertThat(guest.keeping().tasks(guest.key(tab)))
                .singleElement()
                .satisfies(task -> assertThat(task.path("kind").asText()).isEqualTo("alert"));
        assertThat(tab.heard("invitation")).isEmpty();
        assertThat(tab.card().count()).isZero();
    }
}
