package io.overture.engine;

import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.view;
import static io.overture.engine.TestBook.views;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Limits;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Not now" is milder than "no": each has its own silence. */
class SilencesTest {

    private static final Limits LIMITS =
            new Limits(9, Duration.ZERO, Duration.ofDays(7), Duration.ofDays(1), Duration.ZERO, null);

    @ParameterizedTest
    @CsvSource({
        "DISMISSED, PT23H59M, afterDismiss",
        "DISMISSED, P1D, none",
        "DECLINED, PT23H59M, afterDecline",
        "DECLINED, P6DT23H59M, afterDecline",
        "DECLINED, P7D, none"
    })
    void lastsAsLongAsTheBookSays(Input.Response response, Duration later, String limit) {
        var shopper = answering(response);

        shopper.after(later).in("session-2").hello().does(view(shopper.now, WATCH));

        assertThat(blocked(shopper)).isEqualTo(limit);
        assertThat(shopper.invited().isPresent()).isEqualTo(limit.equals("none"));
    }

    @ParameterizedTest
    @CsvSource({"DISMISSED, DECLINED", "DECLINED, DISMISSED"})
    void theOneDoesNotShortenTheOther(Input.Response first, Input.Response second) {
        var shopper = answering(first);
        shopper.after(Duration.ofDays(7)).in("session-2").hello().does(view(shopper.now, WATCH));
        shopper.answers(shopper.invitation(), second).forgetsWhatWasSaid();

        shopper.after(Duration.ofHours(25)).in("session-3").hello().does(view(shopper.now, WATCH));

        assertThat(blocked(shopper)).isEqualTo(second == Input.Response.DECLINED ? "afterDecline" : "none");
    }

    private static Shopper answering(Input.Response response) {
        var shopper =
                new Shopper(TestBook.book().offers("t", views(1)).limits(LIMITS).facts()).hello();
        shopper.does(view(shopper.now, WATCH));
        return shopper.answers(shopper.invitation(), response).forgetsWhatWasSaid();
    }

    private static String blocked(Shopper shopper) {
        var before = Explanation.of(shopper.visitor, shopper.now, shopper.facts);
        return before.blocked().map(each -> each.limit().word()).orElse("none");
    }
}
