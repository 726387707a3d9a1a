package io.overture.desk;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.offer.Promises;
import io.overture.roster.Desks;
import io.overture.store.EmptyRedis;
import io.overture.visitor.Client;
import io.overture.visitor.Due;
import io.overture.visitor.Request;
import io.overture.visitor.Stage;
import io.overture.visitor.Tab;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told that somebody will call stays on the list, whatever strangers do; who cannot be promised it is told so. */
class PromisesTest {

    private static final int STRANGERS = 520;
    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final Stage.Waiting WAITING = new Stage.Waiting(AT, AT, 0, null, null);
    private static final Task.Owner PARIS = Task.Owner.desk("paris");

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private @Nullable Evening evening;

    private Evening evening(int perList, int perAddress) {
        evening = new Evening(REDIS.stores(), REDIS.lanes(), Evening.HOUSE, new Evening.Limits(perList, perAddress));
        return evening;
    }

    @AfterEach
    void over() {
        if (evening != null) {
            evening.close();
        }
    }

    @Test
    void strangers_from_one_address_are_refused_before_they_are_promised_anything() {
        var house = evening(2000, 20);
        var honest = asks(house, "honest", null, "home");

        var answers = IntStream.range(0, STRANGERS)
                .mapToObj(i -> asks(house, "stranger" + i, null, "cellar"))
                .toList();

        assertThat(honest).isEqualTo(Receipt.TAKEN);
        assertThat(answers.subList(0, 20)).containsOnly(Receipt.TAKEN);
        assertThat(answers.subList(20, STRANGERS)).containsOnly(Receipt.FULL);
        assertThat(promisedTo(house, 21)).contains(handle("honest")).hasSize(21);
    }

    @Test
    void strangers_from_everywhere_fill_their_part_of_the_list_and_clients_still_find_room() {
        var house = evening(50, 20);
        var honest = asks(house, "honest", null, "home");
        var answers = new ArrayList<Receipt>();
        for (int i = 0; i < 60; i++) {
            answers.add(asks(house, "stranger" + i, null, "place" + i));
        }

        var client = asks(house, "client", Evening.HELENE, "place1");

        assertThat(honest).isEqualTo(Receipt.TAKEN);
        assertThat(answers).containsSequence(Receipt.TAKEN, Receipt.FULL);
        assertThat(answers.stream().filter(Receipt.TAKEN::equals)).hasSize(39);
        assertThat(client).isEqualTo(Receipt.TAKEN);
        assertThat(promisedTo(house, 41))
                .contains(handle("honest"), handle("client"))
                .hasSize(41);
    }

    @Test
    void beyond_what_a_list_has_nothing_is_promised_to_anybody_until_something_is_done() {
        var house = evening(2, 20);
        asks(house, "first", new Client("c-1", "vic", List.of(), "en"), "home");
        asks(house, "second", new Client("c-2", "vic", List.of(), "en"), "home");
        promisedTo(house, 2);

        var third = asks(house, "third", new Client("c-3", "vic", List.of(), "en"), "home");
        var done = get(house.tasks.of(List.of(PARIS), 10)).getFirst();
        get(house.tasks.settle(done.id(), "camille", Task.State.DONE, null));
        var again = asks(house, "third", new Client("c-3", "vic", List.of(), "en"), "home");

        assertThat(List.of(third, again)).containsExactly(Receipt.FULL, Receipt.TAKEN);
    }

    @Test
    void what_was_promised_can_be_asked_for_again_on_a_full_list() {
        var house = evening(2, 1);
        asks(house, "honest", null, "home");
        promisedTo(house, 1);

        var again = asks(house, "honest", null, "home");

        assertThat(again).isEqualTo(Receipt.TAKEN);
        assertThat(promisedTo(house, 1)).hasSize(1);
    }

    @Test
    void what_is_done_is_not_promised_again_by_the_same_request() {
        var house = evening(2000, 20);
        asks(house, "honest", null, "home");
        promisedTo(house, 1);
        var task = get(house.tasks.of(List.of(PARIS), 10)).getFirst();
        get(house.tasks.settle(task.id(), "camille", Task.State.DONE, null));

        var again = asks(house, "honest", null, "home");

        assertThat(again).isEqualTo(Receipt.FULL);
    }

    @Test
    void pages_that_call_their_requests_alike_are_promised_one_each() {
        var house = evening(2000, 20);
        house.visitor("one");
        house.visitor("other");

        for (var name : List.of("one", "other")) {
            house.happens(key(name), asked("request-1", Evening.PAGE));
        }

        assertThat(promisedTo(house, 2)).containsExactlyInAnyOrder(handle("one"), handle("other"));
    }

    @Test
    void without_desks_a_request_is_written_down_or_refused() {
        var house = evening(5, 1);
        house.desks = Desks.NONE;
        var waiting = new Due.Wanted("wanted:0", "r-1", 0, WAITING, request(), null, null);
        var another = new Due.Wanted("wanted:0", "r-2", 0, WAITING, request(), null, null);
        var places = places(house, 5, 1);

        boolean first = get(places.take(key("one"), waiting, List.of("home")));
        boolean second = get(places.take(key("two"), another, List.of("home")));

        assertThat(List.of(first, second)).containsExactly(true, false);
    }

    @Test
    void of_many_who_ask_at_once_no_two_have_the_last_place() {
        var house = evening(2000, 20);
        var places = places(house, 10, 1000);

        var taken = Uni.join()
                .all(IntStream.range(0, 100)
                        .mapToObj(i -> places.take(key("v" + i), promised("r" + i), List.of("home")))
                        .toList())
                .andFailFast();

        assertThat(get(taken)).filteredOn(got -> got).hasSize(8);
    }

    @Test
    void a_place_that_nobody_came_to_need_is_free_again() {
        var house = evening(2000, 20);
        var places = places(house, 2, 1000);
        get(places.take(key("one"), promised("r1"), List.of()));

        boolean before = get(places.take(key("two"), promised("r2"), List.of()));
        house.ahead.addAndGet(Places.TAKEN.plusSeconds(1).toMillis());
        boolean after = get(places.take(key("two"), promised("r2"), List.of()));

        assertThat(List.of(before, after)).containsExactly(false, true);
    }

    @Test
    void a_networks_provider_may_be_promised_four_times_as_much() {
        var house = evening(2000, 20);
        var places = places(house, 2000, 1);

        var taken = IntStream.range(0, 6)
                .mapToObj(i -> get(places.take(key("v" + i), promised("r" + i), List.of("net" + i, "provider"))))
                .toList();

        assertThat(taken).containsExactly(true, true, true, true, false, false);
    }

    private static Promises places(Evening house, int perList, int perAddress) {
        return new Places(
                house.lanes,
                new Lists(new OwnAdvisors(Map.of(), List.of()), () -> house.desks, house.clock),
                new Evening.Limits(perList, perAddress),
                house.clock);
    }

    private static Receipt asks(Evening house, String name, @Nullable Client client, String place) {
        var page = Tab.of("node-1", "page-" + name, List.of(place));
        return house.happens(house.visitor(name, client, page), asked("ask-" + name, page));
    }

    private static Input.Asked asked(String id, Tab page) {
        return new Input.Asked(page, id, null, "call", new Input.Reply("+33 1", null, null));
    }

    /** Once so many are on the list. */
    private static List<String> promisedTo(Evening house, int many) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(house.tasks.of(List.of(PARIS), 10_000)).size() >= many);
        return get(house.tasks.of(List.of(PARIS), 10_000)).stream()
                .map(task -> String.valueOf(task.handle()))
                .toList();
    }

    private static Due.Promised promised(String asked) {
        return new Due.Promised(Due.Promised.idOf(asked), null, request(), "+33 1", null, null, null, null, AT);
    }

    private static Request request() {
        return new Request(null, null, null, List.of("call"), "en", BigDecimal.TEN);
    }

    private static VisitorKey key(String name) {
        return VisitorKey.of("demo", name + "-0123456789-0123456789");
    }

    private static String handle(String name) {
        return key(name).handle().value();
    }
}
