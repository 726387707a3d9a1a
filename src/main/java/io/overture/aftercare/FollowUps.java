package io.overture.aftercare;

import io.overture.client.ClientRecord;
import io.overture.client.History.Piece;
import io.overture.desk.Task;
import io.overture.visitor.Handle;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event calls for: a task for whoever owns the relationship. Its id is made of what it is about, so that it is one. */
final class FollowUps {

    /** She has had it in her hands for a while, and it still is an event. */
    static final Duration WORD = Duration.ofDays(2);
    /** Whoever sends something back should not wait. */
    static final Duration CARE = Duration.ofDays(1);

    private FollowUps() {}

    static Optional<Task> of(ShopEvent event, Optional<ClientRecord> client, Task.Owner owner) {
        return switch (event.type()) {
            case ORDER_DELIVERED -> Optional.of(task(event, client, owner, Task.Kind.FOLLOW_UP, "delivered", WORD));
            case RETURN_REQUESTED, RETURN_RECEIVED ->
                Optional.of(task(event, client, owner, Task.Kind.CARE, "returned", CARE));
            case SERVICE_COMPLETED -> Optional.of(task(event, client, owner, Task.Kind.FOLLOW_UP, "serviced", WORD));
            case ORDER_PLACED, SERVICE_OPENED, CONTACT_ANSWERED, CONTACT_UNANSWERED -> Optional.empty();
        };
    }

    /** That she may be leaving; one for each time it was noted. */
    static Task defection(ClientRecord client, Task.Owner owner, Instant signalled) {
        return new Task(
                Handle.digest("defection:" + client.id() + ":" + signalled.toEpochMilli()),
                Task.Kind.DEFECTION,
                "defection",
                owner,
                client.id(),
                null,
                null,
                null,
                null,
                signalled,
                notBeforeQuietEnds(signalled.plus(CARE), Optional.of(client)),
                client.history().purchases().stream()
                        .map(order -> worth(order.items()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                BigDecimal.ONE,
                false,
                Task.State.OPEN,
                null,
                false);
    }

    private static Task task(
            ShopEvent event,
            Optional<ClientRecord> client,
            Task.Owner owner,
            Task.Kind kind,
            String title,
            Duration due) {
        var about = event.order() == null ? event.id() : event.order();
        return new Task(
                Handle.digest(title + ":" + event.client() + ":" + about),
                kind,
                title,
                owner,
                event.client(),
                null,
                event.site(),
                item(event, client),
                event.note(),
                event.at(),
                notBeforeQuietEnds(event.at().plus(due), client),
                worth(pieces(event, client)),
                BigDecimal.ONE,
                false,
                Task.State.OPEN,
                null,
                false);
    }

    private static Instant notBeforeQuietEnds(Instant due, Optional<ClientRecord> client) {
        var quiet = client.map(each -> each.profile().quietUntil()).orElse(due);
        return quiet.isAfter(due) ? quiet : due;
    }

    private static @Nullable String item(ShopEvent event, Optional<ClientRecord> client) {
        return pieces(event, client).stream().map(Piece::item).findFirst().orElse(null);
    }

    /** Those the event names, else those of the order it is about. */
    private static List<Piece> pieces(ShopEvent event, Optional<ClientRecord> client) {
        if (!event.items().isEmpty() || event.order() == null) {
            return event.items();
        }
        return client.stream()
                .flatMap(each -> each.history().purchases().stream())
                .filter(order -> order.transaction().equals(event.order()))
                .findFirst()
                .map(order -> order.items())
                .orElse(List.of());
    }

    /** As far as prices are known, as they were paid: there are no rates. */
    private static BigDecimal worth(List<Piece> pieces) {
        var sum = BigDecimal.ZERO;
        for (var piece : pieces) {
            var price = piece.price();
            sum = price == null ? sum : sum.add(price.getAmount());
        }
        return sum;
    }
}
