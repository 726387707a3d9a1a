package io.overture.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.client.History.Order;
import io.overture.client.NoClients;
import io.overture.engine.Entry;
import io.overture.engine.Step;
import io.overture.redis.StoreUnavailable;
import io.overture.site.Site;
import io.overture.site.Sites;
import io.overture.visitor.Beacon;
import io.overture.visitor.Category;
import io.overture.visitor.Client;
import io.overture.visitor.Consent;
import io.overture.visitor.Event;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.visitor.Meaning;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttendanceTest {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final VisitorKey KEY = VisitorKey.of("demo", "v".repeat(22));
    private static final BigMoney PRICE = BigMoney.of(CurrencyUnit.EUR, 900);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> visited = new ArrayList<>();
    private final List<Order> bought = new ArrayList<>();

    @Test
    void a_known_client_was_here_once_however_often_she_is_stepped() {
        var attendance = attendance(true, () -> Uni.createFrom().voidItem());

        attendance.stepped(KEY, step("s1", "c-1"), 1, 1, 0, Duration.ZERO);
        attendance.stepped(KEY, step("s1", "c-1"), 1, 1, 0, Duration.ZERO);
        attendance.stepped(KEY, step("s2", "c-1"), 1, 1, 0, Duration.ZERO);
        attendance.stepped(KEY, step("s2", "c-2"), 1, 1, 0, Duration.ZERO);

        assertThat(visited).containsExactly("c-1", "c-1", "c-2");
    }

    @Test
    void nothing_is_noted_of_a_stranger() {
        var attendance = attendance(true, () -> Uni.createFrom().voidItem());

        attendance.stepped(KEY, step("s1", null, purchase("T-1")), 1, 1, 0, Duration.ZERO);

        assertThat(visited).isEmpty();
        assertThat(bought).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_she_bought_is_noted_with_prices_only_where_they_are_believed(boolean believed) {
        var attendance = attendance(believed, () -> Uni.createFrom().voidItem());

        attendance.stepped(KEY, step("s1", "c-1", purchase("T-1"), purchase(null)), 1, 1, 0, Duration.ZERO);

        assertThat(bought).singleElement().satisfies(order -> {
            assertThat(order.transaction()).isEqualTo("T-1");
            assertThat(order.items()).singleElement().satisfies(piece -> {
                assertThat(piece.item()).isEqualTo("W-100");
                assertThat(piece.price()).isEqualTo(believed ? PRICE : null);
            });
        });
    }

    @Test
    void a_visit_that_could_not_be_noted_is_noted_with_her_next_step() {
        var failures = new ArrayList<>(List.of(true, false));
        var attendance = attendance(
                true,
                () -> failures.removeFirst()
                        ? Uni.createFrom().failure(new StoreUnavailable("away"))
                        : Uni.createFrom().voidItem());

        attendance.stepped(KEY, step("s1", "c-1"), 1, 1, 0, Duration.ZERO);
        attendance.stepped(KEY, step("s1", "c-1"), 1, 1, 0, Duration.ZERO);

        assertThat(visited).hasSize(2);
        assertThat(missed()).isEqualTo(1);
    }

    @Test
    void what_is_under_way_is_bounded() {
        var attendance = attendance(true, () -> Uni.createFrom().nothing());

        for (int i = 0; i < Attendance.MOST_UNDER_WAY + 3; i++) {
            attendance.stepped(KEY, step("s" + i, "c-1"), 1, 1, 0, Duration.ZERO);
        }

        assertThat(missed()).isEqualTo(3);
    }

    private Attendance attendance(boolean believed, Supplier<Uni<Void>> answer) {
        var site = new Site("demo", List.of(), Optional.empty(), believed);
        var clients = new NoClients() {
            @Override
            public Uni<Void> visited(String id, Instant at) {
                visited.add(id);
                return answer.get();
            }

            @Override
            public Uni<Void> purchased(String id, Order order) {
                bought.add(order);
                return answer.get();
            }
        };
        return new Attendance(clients, id -> Uni.createFrom().voidItem(), new Sites(List.of(site)), meters);
    }

    private double missed() {
        return meters.counter("overture.client.notes.missed").count();
    }

    private static Step step(String session, @Nullable String client, Event... events) {
        var known = client == null ? null : new Client(client, null, List.of(), null);
        var standing = new Beacon.Standing(new Consent(true, true), known, null);
        var beacon = new Beacon("p1", 1, session, standing, List.of(events));
        var visitor = Visitor.NOBODY
                .named(() -> "journal")
                .inSession(session, AT)
                .standing(standing, AT)
                .plus(beacon, AT);
        return new Step(
                visitor, true, List.of(), List.of(), List.of(new Entry.BeaconFolded(beacon, false)), null, null);
    }

    private static Event purchase(@Nullable String transaction) {
        var item = new Item("W-100", "Méridienne", null, new Category("watches"), PRICE);
        return new Event(
                "purchase",
                AT,
                Map.of(),
                new Meaning.Purchased(transaction, PRICE, List.of(new Line(item, BigDecimal.ONE))));
    }
}
