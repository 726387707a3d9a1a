package io.overture.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.CartWorth;
import io.overture.trigger.Condition;
import io.overture.trigger.Idle;
import io.overture.visitor.Item;
import io.overture.visitor.Verdict;
import io.overture.visitor.Visitor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why she was invited, or left in peace. */
class ExplanationTest {

    private static final Condition HESITATES =
            new Condition.All(List.of(new CartWorth(BigDecimal.valueOf(5000)), new Idle(Duration.ofMinutes(2))));

    @Test
    void what_does_not_hold_yet_says_from_when() {
        var shopper =
                new Shopper(TestBook.book().offers("hesitation", HESITATES).facts());
        shopper.does(Happenings.addToCart(shopper.now, Happenings.piece("W-1", "watches", 6000), 1));

        var explained = Explanation.of(shopper.visitor, shopper.now.plusSeconds(60), shopper.facts);

        var trigger = explained.triggers().getFirst();
        assertThat(trigger.holds()).isFalse();
        assertThat(trigger.from()).isEqualTo(shopper.now.plusSeconds(120));
        assertThat(trigger.verdict()).isNull();
        assertThat(trigger.weight()).isEqualByComparingTo("3000");
        assertThat(trigger.when().of()).extracting(Explanation.Part::holds).containsExactly(true, false);
        assertThat(trigger.when().of().getLast().from()).isEqualTo(shopper.now.plusSeconds(120));
        assertThat(trigger.when().condition()).isEqualTo("all");
    }

    @Test
    void what_holds_says_since_when_and_what_became_of_it() {
        var shopper =
                new Shopper(TestBook.book().offers("hesitation", HESITATES).facts());
        shopper.does(Happenings.addToCart(shopper.now, Happenings.piece("W-1", "watches", 6000), 1));
        var began = shopper.now.plusSeconds(120);
        shopper.afterSeconds(130).step(new Input.Woken());

        var explained = Explanation.of(shopper.visitor, shopper.now, shopper.facts);

        var trigger = explained.triggers().getFirst();
        assertThat(trigger.holds()).isTrue();
        assertThat(trigger.since()).isEqualTo(began);
        assertThat(trigger.verdict()).isEqualTo(Verdict.UNREACHABLE);
        assertThat(explained.isReachable()).isFalse();
        assertThat(explained.blocked()).isEmpty();
    }

    @Test
    void what_nobody_knows_is_unknown_and_neither_holds_nor_fails() {
        var facts = TestBook.book()
                .offers("calm", new Condition.Not(new CartWorth(BigDecimal.ONE)))
                .facts();
        var shopper = new Shopper(facts);
        shopper.does(Happenings.addToCart(shopper.now, Item.unknown("W-1"), 1));

        var explained = Explanation.of(shopper.visitor, shopper.now.plusSeconds(300), shopper.facts);

        var not = explained.triggers().getFirst().when();
        assertThat(not.holds()).isFalse();
        assertThat(not.isUnknown()).isTrue();
    }

    @Test
    void what_time_has_ended_is_over() {
        var shopper =
                new Shopper(TestBook.book().offers("hesitation", HESITATES).facts());
        shopper.does(Happenings.addToCart(shopper.now, Happenings.piece("W-1", "watches", 6000), 1));

        var explained = Explanation.of(shopper.visitor, shopper.now.plus(Duration.ofHours(1)), shopper.facts);

        assertThat(explained.visitor().session()).isNull();
        assertThat(explained.stake()).isNull();
        assertThat(explained.triggers().getFirst().holds()).isFalse();
        assertThat(explained.triggers().getFirst().when().of()).hasSize(2);
    }

    @Test
    void explaining_changes_nobody() {
        var explained = Explanation.of(
                Visitor.NOBODY,
                Shopper.START,
                TestBook.book().offers("hesitation", HESITATES).facts());

        assertThat(explained.visitor()).isEqualTo(Visitor.NOBODY);
    }
}
