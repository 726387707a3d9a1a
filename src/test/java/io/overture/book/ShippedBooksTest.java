package io.overture.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Book;
import io.overture.trigger.Trigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedBooksTest {

    private static final Set<String> CONTENTS = Set.of(
            "extended-consideration",
            "reassurance",
            "checkout-hesitation",
            "returning-client",
            "search-without-result",
            "compared-pieces",
            "first-visit-of-note",
            "from-the-press");

    @ParameterizedTest
    @ValueSource(strings = {"default", "demo"})
    void holdsTheClassicSignalsAndThoseAGoodHouseAdds(String name) {
        var book = shipped(name);

        assertThat(book.triggers()).extracting(Trigger::id).containsExactlyInAnyOrderElementsOf(CONTENTS);
        assertThat(book.triggers())
                .allSatisfy(trigger -> assertThat(trigger.describe()).isNotBlank());
        assertThat(trigger(book, "search-without-result").assume()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "demo"})
    void onlyArrivalFromThePressIsAnAlert(String name) {
        var book = shipped(name);

        assertThat(book.triggers().stream().filter(trigger -> trigger.offer() == null))
                .extracting(Trigger::id)
                .containsExactly("from-the-press");
        assertThat(trigger(book, "from-the-press").alert()).isTrue();
    }

    @Test
    void theDefaultBookIsPatient() {
        var limits = shipped("default").limits();

        assertThat(limits.perSession()).isEqualTo(1);
        assertThat(limits.afterDecline()).isEqualTo(Duration.ofDays(7));
        assertThat(limits.settle()).isPositive();
        assertThat(limits.never()).isNotNull();
        assertThat(shipped("default").holdout(null)).isPositive();
    }

    /** The cooldown runs from when a card is shown: shorter than its life, the next one comes as it goes. */
    @Test
    void inTheDemoAnInvitationThatPassedIsNotReplacedAtOnce() {
        var book = shipped("demo");

        assertThat(book.triggers())
                .allSatisfy(trigger -> assertThat(trigger.offer() == null
                                || trigger.offer()
                                                .expires()
                                                .compareTo(book.limits().cooldown())
                                        < 0)
                        .isTrue());
    }

    @Test
    void theDemoBookCanBeTriedInOneVisit() {
        var book = shipped("demo");

        assertThat(book.limits().settle()).isZero();
        assertThat(book.limits().cooldown()).isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(book.holdout(null)).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(book.triggers())
                .allSatisfy(trigger -> assertThat(trigger.offer() == null
                                || trigger.offer().expires().compareTo(Duration.ofMinutes(1)) < 0)
                        .isTrue());
    }

    private static Book shipped(String name) {
        var source = BookSource.of(Optional.empty(), name);
        return Written.valid(new String(source.text(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Trigger trigger(Book book, String id) {
        return book.triggers().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
