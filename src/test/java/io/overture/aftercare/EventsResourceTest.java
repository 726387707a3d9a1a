package io.overture.aftercare;

import static io.overture.store.Stores.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.overture.RedisResource;
import io.overture.client.Clients;
import io.overture.client.History.Order;
import io.overture.desk.Task;
import io.overture.desk.Tasks;
import io.overture.document.Problem;
import io.overture.roster.Roster;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RedisResource.class)
class EventsResourceTest {

    private final String unique = UUID.randomUUID().toString();
    private final String client = "c-" + unique;
    private final String advisor = "a-" + unique;

    @Inject
    Clients clients;

    @Inject
    Tasks tasks;

    @Inject
    Roster roster;

    @ParameterizedTest
    @CsvSource({"shop, 200", "operator, 200", "lead, 403", "advisor, 403", "nobody, 401"})
    void only_the_shop_and_the_operator_tell(String role, int status) {
        var request =
                role.equals("nobody") ? given() : given().auth().preemptive().basic(role, role);

        request.contentType(ContentType.JSON)
                .body("{\"events\": []}")
                .when()
                .post("/v1/events")
                .then()
                .statusCode(status);
    }

    @Test
    void what_is_acknowledged_is_done() {
        known();

        tell(
                        event(
                                "1",
                                "order_placed",
                                5,
                                "\"order\": \"T\", \"items\": [{\"item\": \"W-100\", \"price\": 900, \"currency\": \"EUR\"}]"),
                        event("2", "order_delivered", 2, "\"order\": \"T\""))
                .statusCode(200)
                .body("taken", equalTo(2))
                .body("repeated", equalTo(0));

        assertThat(get(clients.read(client)).orElseThrow().record().history().purchases())
                .extracting(Order::transaction)
                .containsExactly("T");
        assertThat(list()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Task.Kind.FOLLOW_UP);
            assertThat(task.item()).isEqualTo("W-100");
            assertThat(task.weight()).isEqualByComparingTo("900");
        });
    }

    @Test
    void told_again_is_told_once() {
        known();
        tell(event("1", "order_delivered", 2, "\"order\": \"T\""));

        tell(
                        event("1", "order_delivered", 2, "\"order\": \"T\""),
                        event("2", "return_requested", 1, "\"order\": \"T\""))
                .statusCode(200)
                .body("taken", equalTo(1))
                .body("repeated", equalTo(1));

        assertThat(list()).extracting(Task::title).containsExactlyInAnyOrder("delivered", "returned");
    }

    @Test
    void once_in_a_batch_too() {
        tell(
                        event("1", "service_opened", 2, "\"note\": \"A strap\""),
                        event("1", "service_opened", 2, "\"note\": \"A strap\""))
                .body("taken", equalTo(1))
                .body("repeated", equalTo(1));
    }

    @Test
    void a_settled_task_does_not_come_back_with_its_event() {
        known();
        tell(event("1", "order_delivered", 2, "\"order\": \"T\""));
        get(tasks.settle(list().getFirst().id(), advisor, Task.State.DONE, null));

        tell(event("another id", "order_delivered", 2, "\"order\": \"T\""));

        assertThat(list()).isEmpty();
    }

    @Test
    void two_signs_tell_her_advisor_once_that_she_may_be_leaving() {
        known();
        tell(
                event("1", "return_received", 20, "\"order\": \"T1\""),
                event("2", "return_received", 10, "\"order\": \"T2\""));

        tell(
                event("3", "contact_unanswered", 9, "\"note\": \"call\""),
                event("4", "contact_unanswered", 3, "\"note\": \"call\""),
                event("5", "contact_unanswered", 1, "\"note\": \"letter\""));

        assertThat(list())
                .filteredOn(task -> task.kind() == Task.Kind.DEFECTION)
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.client()).isEqualTo(client);
                    assertThat(task.owner()).isEqualTo(owner());
                });
    }

    @Test
    void erasing_her_erases_what_was_to_be_done_about_her() {
        known();
        tell(event("1", "order_delivered", 2, "\"order\": \"T\""));
        var owner = owner();

        given().auth()
                .preemptive()
                .basic("operator", "operator")
                .delete("/v1/clients/" + client)
                .then()
                .body("erased.tasks", equalTo(1));

        assertThat(get(tasks.of(List.of(owner), 500))).noneMatch(task -> client.equals(task.client()));
    }

    @Test
    void everything_wrong_is_told_and_nothing_is_taken() {
        known();

        tell(
                        event("1", "order_delivered", 2, "\"order\": \"T\""),
                        "{\"type\": \"lost\", \"at\": \"today\", \"order\": 5, \"colour\": 1}",
                        "{\"id\": \"3\", \"type\": \"order_placed\", \"at\": 1, \"client\": \"c\", \"items\": [{}]}",
                        "7")
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/events/1/colour",
                                "/events/1/type",
                                "/events/1/at",
                                "/events/1/id",
                                "/events/1/client",
                                "/events/1/order",
                                "/events/2/order",
                                "/events/2/items/0/item",
                                "/events/3"));

        assertThat(list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "", "{\"events\": 5}", "{\"events\": [}"})
    void what_is_no_batch_is_refused(String body) {
        given().auth()
                .preemptive()
                .basic("shop", "shop")
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post("/v1/events")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void a_batch_is_bounded() {
        var many = IntStream.rangeClosed(0, EventReader.MOST_EVENTS)
                .mapToObj(i -> event("" + i, "service_opened", 1, "\"note\": \"n\""))
                .toArray(String[]::new);

        tell(many).statusCode(400).body("errors.pointer", contains("/events"));
    }

    private void known() {
        given().auth()
                .preemptive()
                .basic("shop", "shop")
                .contentType(ContentType.JSON)
                .body("{\"advisor\": \"%s\"}".formatted(advisor))
                .put("/v1/clients/" + client);
    }

    private List<Task> list() {
        return get(tasks.of(List.of(owner()), 500)).stream()
                .filter(task -> client.equals(task.client()))
                .toList();
    }

    /** Her advisor where there are no desks; other tests may have put some, who know no such advisor. */
    private Task.Owner owner() {
        return Owners.of(roster.inForce(), get(clients.find(client)), null);
    }

    private String event(String id, String type, int daysAgo, String more) {
        return "{\"id\": \"%s-%s\", \"type\": \"%s\", \"at\": %d, \"client\": \"%s\", %s}"
                .formatted(
                        unique,
                        id,
                        type,
                        Instant.now().minus(Duration.ofDays(daysAgo)).toEpochMilli(),
                        client,
                        more);
    }

    private static ValidatableResponse tell(String... events) {
        return given().auth()
                .preemptive()
                .basic("shop", "shop")
                .contentType(ContentType.JSON)
                .body(List.of(events).stream().collect(Collectors.joining(",", "{\"events\": [", "]}")))
                .when()
                .post("/v1/events")
                .then();
    }
}
