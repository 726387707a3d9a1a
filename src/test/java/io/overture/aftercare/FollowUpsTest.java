package io.overture.aftercare;

import static io.overture.client.Dealing.Type.ORDER_DELIVERED;
import static io.overture.client.Dealing.Type.RETURN_RECEIVED;
import static io.overture.client.Dealing.Type.RETURN_REQUESTED;
import static io.overture.client.Dealing.Type.SERVICE_COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.client.ClientRecord;
import io.overture.client.Dealing.Type;
import io.overture.client.Records;
import io.overture.desk.Task;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FollowUpsTest {

    private static final Task.Owner CAMILLE = Task.Owner.advisor("camille");
    /** Before the record's quiet time ends, and long after. */
    private static final Instant QUIET = Records.AT;

    private static final Instant LATER = Records.AT.plus(Duration.ofDays(30));

    @ParameterizedTest
    @CsvSource({
        "ORDER_DELIVERED, FOLLOW_UP, delivered, 2",
        "RETURN_REQUESTED, CARE, returned, 1",
        "RETURN_RECEIVED, CARE, returned, 1",
        "SERVICE_COMPLETED, FOLLOW_UP, serviced, 2"
    })
    void what_calls_for_a_word(Type type, Task.Kind kind, String title, int days) {
        var task = FollowUps.of(event(type, LATER), her(), CAMILLE).orElseThrow();

        assertThat(task.kind()).isEqualTo(kind);
        assertThat(task.title()).isEqualTo(title);
        assertThat(task.owner()).isEqualTo(CAMILLE);
        assertThat(task.due()).isEqualTo(LATER.plus(Duration.ofDays(days)));
        assertThat(task.state()).isEqualTo(Task.State.OPEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Type.class,
            names = {"ORDER_PLACED", "SERVICE_OPENED", "CONTACT_ANSWERED", "CONTACT_UNANSWERED"})
    void what_does_not(Type type) {
        assertThat(FollowUps.of(event(type, LATER), her(), CAMILLE)).isEmpty();
    }

    @Test
    void asked_for_and_received_are_one_return() {
        var asked = FollowUps.of(event(RETURN_REQUESTED, QUIET), her(), CAMILLE).orElseThrow();

        var received =
                FollowUps.of(event(RETURN_RECEIVED, LATER), her(), CAMILLE).orElseThrow();

        assertThat(received.id()).isEqualTo(asked.id());
    }

    @Test
    void who_wants_to_be_left_in_peace_is_left_in_peace() {
        var task = FollowUps.of(event(ORDER_DELIVERED, QUIET), her(), CAMILLE).orElseThrow();

        assertThat(task.due()).isEqualTo(her().orElseThrow().profile().quietUntil());
    }

    @Test
    void it_weighs_what_the_order_was_worth() {
        var task = FollowUps.of(event(ORDER_DELIVERED, LATER), her(), CAMILLE).orElseThrow();

        assertThat(task.weight()).isEqualByComparingTo(new BigDecimal("12500.5"));
        assertThat(task.item()).isEqualTo("W-100");
    }

    @Test
    void somebody_without_a_record_is_followed_up_too() {
        var task = FollowUps.of(event(SERVICE_COMPLETED, LATER), Optional.empty(), Task.Owner.desk("paris"))
                .orElseThrow();

        assertThat(task.client()).isEqualTo("c-1");
        assertThat(task.weight()).isZero();
    }

    private static Optional<ClientRecord> her() {
        return Optional.of(Records.whole("c-1"));
    }

    private static ShopEvent event(Type type, Instant at) {
        return new ShopEvent("e-" + type, type, at, "c-1", "demo", "T-1", List.of(), null);
    }
}
