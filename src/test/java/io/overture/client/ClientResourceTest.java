package io.overture.client;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.overture.RedisResource;
import io.overture.document.Problem;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RedisResource.class)
class ClientResourceTest {

    private final String id = "c-" + UUID.randomUUID();

    @Inject
    Clients clients;

    @ParameterizedTest
    @CsvSource({
        "GET, lead, 404", "GET, operator, 404", "GET, advisor, 403", "GET, shop, 403", "GET, nobody, 401",
        "PUT, lead, 201", "PUT, operator, 201", "PUT, shop, 201", "PUT, advisor, 403", "PUT, nobody, 401",
        "DELETE, operator, 200", "DELETE, lead, 403", "DELETE, shop, 403", "DELETE, advisor, 403", "DELETE, nobody, 401"
    })
    void each_role_may_do_what_it_needs(String method, String role, int status) {
        var request =
                method.equals("PUT") ? as(role).contentType(ContentType.JSON).body("{}") : as(role);

        request.when().request(method, address()).then().statusCode(status);
    }

    @Test
    void what_is_put_is_read_again_and_can_be_put_again() {
        var whole = RecordJson.of(Records.whole(id)).toString();
        as("operator").contentType(ContentType.JSON).body(whole).put(address());
        var read = as("operator").get(address());

        as("operator")
                .contentType(ContentType.JSON)
                .header("If-Match", read.header("ETag"))
                .body(read.body().asString())
                .when()
                .put(address())
                .then()
                .statusCode(200)
                .header("ETag", read.header("ETag"))
                .body("name", equalTo("Hélène Aubert"))
                .body("sizes.ring", equalTo("52"))
                .body("purchases[0].items[0].price", equalTo(12500.5f));
    }

    @Test
    void what_advisors_noted_survives_and_what_the_house_no_longer_says_does_not() {
        as("shop")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"A\", \"advisor\": \"camille\"}")
                .put(address());
        clients.addNote(id, new History.Note("n1", Records.AT, "camille", "Prefers the morning"))
                .await()
                .atMost(Duration.ofSeconds(10));

        as("shop")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"B\"}")
                .when()
                .put(address())
                .then()
                .statusCode(200)
                .body("name", equalTo("B"))
                .body("advisor", nullValue())
                .body("notes.text", contains("Prefers the morning"));
    }

    @Test
    void a_change_that_rests_on_an_older_record_is_refused() {
        var old = as("shop")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"A\"}")
                .put(address())
                .header("ETag");
        as("shop").contentType(ContentType.JSON).body("{\"name\": \"B\"}").put(address());

        as("shop")
                .contentType(ContentType.JSON)
                .header("If-Match", old)
                .body("{\"name\": \"C\"}")
                .when()
                .put(address())
                .then()
                .statusCode(412)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void everything_wrong_is_told_with_its_place() {
        as("shop")
                .contentType(ContentType.JSON)
                .body("""
                        {"id": "somebody else", "name": 5, "language": "français", "sizes": {"ring": 52},
                         "favourites": {"categories": "watches"}, "dates": [{"on": "14 June"}],
                         "quietUntil": "Tuesday", "favorites": {},
                         "purchases": [{"transaction": "T", "at": 1, "items": [{"price": -1, "currency": "EUR"},
                                                                              {"item": "W", "price": 5}]}],
                         "dealings": [{"id": "e", "type": "lost", "at": 1}], "visits": [1, "two"]}""")
                .when()
                .put(address())
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(400))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/id",
                                "/name",
                                "/language",
                                "/sizes/ring",
                                "/favourites/categories",
                                "/dates/0/on",
                                "/dates/0/what",
                                "/quietUntil",
                                "/favorites",
                                "/purchases/0/items/0/price",
                                "/purchases/0/items/0/item",
                                "/purchases/0/items/1/currency",
                                "/dealings/0/type",
                                "/visits/1"));
        as("operator").get(address()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{\"name\": \"A\", \"name\": \"B\"}", "{} {}", "null", "{\"a\":"})
    void what_is_no_json_object_is_refused(String body) {
        as("shop")
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .put(address())
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors", hasSize(1));
    }

    @Test
    void what_is_too_large_is_not_read() {
        as("shop")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"" + "a".repeat(ClientResource.MOST_BYTES) + "\"}")
                .when()
                .put(address())
                .then()
                .statusCode(413);
    }

    @Test
    void who_is_erased_is_not_known_any_more() {
        as("shop").contentType(ContentType.JSON).body("{\"name\": \"A\"}").put(address());

        as("operator")
                .when()
                .delete(address())
                .then()
                .statusCode(200)
                .body("erased.record", equalTo(1))
                .body("erased.browsers", equalTo(0))
                .body("erased.conversations", equalTo(0))
                .body("erased.tasks", equalTo(0))
                .body("erased.watches", equalTo(0))
                .body("marksUntil", greaterThan(System.currentTimeMillis()));

        as("operator").get(address()).then().statusCode(404);
    }

    private String address() {
        return "/v1/clients/" + id;
    }

    private static RequestSpecification as(String role) {
        return role.equals("nobody") ? given() : given().auth().preemptive().basic(role, role);
    }
}
