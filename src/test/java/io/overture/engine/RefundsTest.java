package io.overture.engine;

import static io.overture.engine.Happenings.BAG;
import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.line;
import static io.overture.engine.Happenings.piece;
import static io.overture.engine.Happenings.purchase;
import static io.overture.engine.Happenings.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Event;
import io.overture.visitor.Favour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A refund of everything undoes "bought from before"; a refund of a part does not. */
class RefundsTest {

    private static final Instant BOUGHT = Shopper.START.minusSeconds(3000);
    private static final Instant BACK = Shopper.START.minusSeconds(1000);
    private static final Event ORDER = purchase(BOUGHT, "T1", 15_500, line(WATCH, 1), line(BAG, 2));

    private static Arguments row(String name, boolean isFavourite, Event... events) {
        return Arguments.of(name, isFavourite, List.of(events));
    }

    static Stream<Arguments> refunds() {
        return Stream.of(
                row("no refund", true, ORDER),
                row("of the whole order", false, ORDER, refund(BACK, "T1", null)),
                row("of its whole value", false, ORDER, refund(BACK, "T1", 15_500)),
                row("of a part of its value", true, ORDER, refund(BACK, "T1", 100)),
                row("of every piece", false, ORDER, refund(BACK, "T1", 15_500, line(WATCH, 1), line(BAG, 2))),
                row("of one item", true, ORDER, refund(BACK, "T1", 12_500, line(WATCH, 1))),
                row("of some pieces", true, ORDER, refund(BACK, "T1", null, line(WATCH, 1), line(BAG, 1))),
                row(
                        "of one item after the other",
                        false,
                        ORDER,
                        refund(BACK, "T1", null, line(WATCH, 1)),
                        refund(BACK, "T1", null, line(BAG, 2))),
                row(
                        "of a part, told twice",
                        true,
                        ORDER,
                        refund(BACK, "T1", null, line(WATCH, 1), line(BAG, 1)),
                        refund(BACK.plusSeconds(9), "T1", null, line(WATCH, 1), line(BAG, 1))),
                row("of another order", true, ORDER, refund(BACK, "T2", null)),
                row("of an order nobody names", true, ORDER, refund(BACK, null, null)),
                row(
                        "of one of two orders",
                        true,
                        ORDER,
                        purchase(BOUGHT.plusSeconds(60), "T2", 12_500, line(WATCH, 1), line(BAG, 1)),
                        refund(BACK, "T2", null)),
                row(
                        "of both orders",
                        false,
                        ORDER,
                        purchase(BOUGHT.plusSeconds(60), "T2", 12_500, line(WATCH, 1), line(BAG, 1)),
                        refund(BACK, "T2", null),
                        refund(BACK, "T1", null)),
                row("and the order is told again", false, ORDER, refund(BACK, "T1", null), ORDER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refunds")
    void inWhicheverOrderTheyAreTold(String name, boolean isFavourite, List<Event> events) {
        for (int seed = 0; seed < 24; seed++) {
            var told = new ArrayList<>(events);
            Collections.shuffle(told, new Random(seed));

            assertThat(isFavourite(visitor(told), "watches"))
                    .as(name + " " + told)
                    .isEqualTo(isFavourite);
        }
    }

    @Test
    void itIsOfWhatWasBoughtOnly() {
        var shopper = visitor(List.of(
                purchase(BOUGHT, "T1", 12_500, line(WATCH, 1)),
                purchase(BOUGHT, "T2", 3_000, line(BAG, 1)),
                refund(BACK, "T1", null)));

        assertThat(isFavourite(shopper, "watches")).isFalse();
        assertThat(isFavourite(shopper, "leather")).isTrue();
    }

    @Test
    void aLateOneCountsToo() {
        var shopper = visitor(List.of(ORDER));
        shopper.in("session-2").after(Duration.ofHours(1)).hello();

        shopper.in("session-1").does(refund(BACK, "T1", null));

        assertThat(shopper.receipt()).isEqualTo(Receipt.LATE);
        assertThat(isFavourite(shopper, "watches")).isFalse();
    }

    @Test
    void whatSheViewedOftenStaysAFavourite() {
        var shopper = new Shopper(TestBook.book().facts()).hello();
        for (int visit = 1; visit <= 3; visit++) {
            shopper.in("session-" + visit).does(Happenings.view(shopper.now, piece("W-1", "watches", 900)));
            shopper.after(Duration.ofMinutes(31));
        }
        shopper.in("session-9").does(ORDER, refund(BACK, "T1", null));

        assertThat(isFavourite(shopper, "watches")).isTrue();
    }

    @Test
    void withoutPersonalizationNoCategoryIsKept() {
        var shopper = visitor(List.of(ORDER));

        shopper.consents(true, false).hello();

        assertThat(shopper.visitor.memory().purchases())
                .flatMap(order -> order.lines())
                .allSatisfy(line -> assertThat(line.category().path()).isEmpty());
    }

    private static Shopper visitor(List<Event> told) {
        var shopper = new Shopper(TestBook.book().facts()).hello();
        told.forEach(shopper::does);
        return shopper;
    }

    private static boolean isFavourite(Shopper shopper, String category) {
        Favour favour = shopper.visitor.memory().favours().get(category);
        return favour != null && favour.isFavourite(shopper.now);
    }
}
