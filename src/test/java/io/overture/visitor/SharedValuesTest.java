package io.overture.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the house says is one instance for all visitors; what a visitor says stays the visitor's own. */
class SharedValuesTest {

    @Test
    void equal_pieces_are_one() {
        var one = piece("AU-71001", "12500.00").shared();
        var other = piece("AU-71001", "12500.00").shared();

        assertThat(other).isSameAs(one).isEqualTo(piece("AU-71001", "12500.00"));
    }

    @Test
    void a_price_keeps_its_digits() {
        piece("AU-71001", "12500.00").shared();

        var other = piece("AU-71001", "12500.0").shared();

        assertThat(other.price()).hasToString("EUR 12500.0");
        assertThat(other.id()).isSameAs(piece("AU-71001", "12500.00").shared().id());
    }

    @Test
    void equal_parameters_of_the_house_are_one() {
        var one = SharedValues.shared(Map.of("currency", text("EUR"), "value", text("12500.00")));
        var other = SharedValues.shared(Map.of("currency", text("EUR"), "value", text("12500.00")));

        assertThat(other).isSameAs(one);
    }

    @Test
    void what_a_visitor_types_is_not_kept() {
        var typed = text("a gift for Anna");
        var params = Map.of("search_term", typed, "results", "0");

        assertThat(SharedValues.shared(params)).isSameAs(params);
        assertThat(SharedValues.has(typed)).isFalse();
    }

    /** Whatever a shop calls the parameter it comes in. */
    @ParameterizedTest
    @ValueSource(strings = {"anna@example.com", "0612345678", "+33612345678", "for Anna", "Méridienne, please"})
    void what_a_visitor_types_is_not_kept_under_a_name_of_the_house_either(String typed) {
        for (var name : List.of("value", "topic", "currency", "item_id", "results")) {
            var params = Map.of(name, text(typed));

            assertThat(SharedValues.shared(params)).isSameAs(params);
        }
        assertThat(SharedValues.shared(text(typed))).isEqualTo(typed);
        assertThat(SharedValues.has(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.com", "0612345678"})
    void an_item_named_after_an_address_is_not_kept(String address) {
        var piece = new Item("W-1", text(address), null, Category.NONE, null).shared();

        assertThat(SharedValues.has(address)).isFalse();
        assertThat(SharedValues.has(piece)).isFalse();
    }

    @Test
    void what_is_long_is_not_kept() {
        var longer = text("x".repeat(49));

        assertThat(SharedValues.shared(longer)).isSameAs(longer);
        assertThat(SharedValues.has(longer)).isFalse();
        assertThat(SharedValues.has(piece(longer, "1").shared())).isFalse();
    }

    private static Item piece(String id, String price) {
        var euros = BigMoney.parse("EUR " + price);
        return new Item(text(id), text("Méridienne"), null, new Category(text("watches/dive")), euros);
    }

    private static String text(String same) {
        return new String(same.toCharArray());
    }
}
