package io.overture.attack;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.overture.RedisResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every door that reads JSON or YAML, with everything hostile: the sender's fault, told with its place, and soon. */
@QuarkusTest
@WithTestResource(RedisResource.class)
class HostileInputTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** A door, and a right body of its with one number and one text left open. */
    enum Door {
        BEACON("POST", "/v1/beacons", "application/json", "nobody", """
                {"site": "demo", "visitor": "v-0123456789012345678901", "session": "s-0123456789012345678901",
                 "source": "p1", "seq": 1, "sentAt": 1764000000000, "events": [{"name": "view_item", "at": 1764000000000,
                 "params": {"items": [{"item_id": "W-100", "item_name": TEXT, "price": NUMBER}]}}]}"""),
        RECORD("PUT", "/v1/clients/hostile", "application/json", "shop", """
                {"name": TEXT, "purchases": [{"transaction": "t", "at": 1764000000000, "items":
                 [{"item": "W-100", "currency": "EUR", "price": NUMBER}]}]}"""),
        EVENTS("POST", "/v1/events", "application/json", "shop", """
                {"events": [{"id": "1", "type": "order_placed", "at": 1764000000000, "client": "c", "order": "o",
                 "note": TEXT, "items": [{"item": "W-100", "currency": "EUR", "price": NUMBER}]}]}"""),
        BOOK("POST", "/v1/book/validate", "application/yaml", "lead", "{currency: EUR, floor: NUMBER, triggers: []}"),
        BOOK_IN_JSON("POST", "/v1/book/validate", "application/json", "lead", """
                {"currency": "EUR", "floor": NUMBER, "triggers": [], "relationship": {"vic": NUMBER, TEXT: 1}}"""),
        DESKS("PUT", "/v1/desks", "application/yaml", "lead", """
                {desks: [{id: paris, languages: [fr], advisors:
                 [{id: ada, name: TEXT, title: Advisor, capacity: NUMBER}]}]}"""),
        DESKS_IN_JSON("PUT", "/v1/desks", "application/json", "lead", """
                {"desks": [{"id": "paris", "languages": ["fr"], "advisors":
                 [{"id": "ada", "name": TEXT, "title": "Advisor", "capacity": NUMBER}]}]}""");

        private final String method;
        private final String path;
        private final String type;
        private final String role;
        private final String shape;

        Door(String method, String path, String type, String role, String shape) {
            this.method = method;
            this.path = path;
            this.type = type;
            this.role = role;
            this.shape = shape;
        }

        private boolean isYaml() {
            return type.endsWith("yaml");
        }

        private String with(String number, String text) {
            return shape.replace("NUMBER", number).replace("TEXT", text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_number_that_nothing_can_hold_is_told_with_its_place(Door door) {
        var wrong = new ArrayList<String>();

        Hostile.NUMBERS.forEach((what, number) -> {
            var answer = send(door, door.with(number, "\"A\"").getBytes(UTF_8));
            if (answer.statusCode() != 400 || pointers(answer).stream().noneMatch(each -> each.length() > 1)) {
                wrong.add("%s: %d %s".formatted(what, answer.statusCode(), answer.asString()));
            }
        });

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void half_a_surrogate_pair_is_refused_wherever_it_stands(Door door) {
        var wrong = new ArrayList<String>();

        Hostile.TEXTS.forEach((what, text) -> {
            var answer = send(door, door.with("1", text).getBytes(UTF_8));
            if (door.shape.contains("TEXT")
                    && (answer.statusCode() != 400 || pointers(answer).isEmpty())) {
                wrong.add("%s: %d %s".formatted(what, answer.statusCode(), answer.asString()));
            }
        });

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_hostile_body_is_the_senders_fault(Door door) {
        var wrong = new ArrayList<String>();

        Hostile.bodies(door.isYaml()).forEach((what, body) -> {
            var answer = send(door, body);
            if (answer.statusCode() != 400 && answer.statusCode() != 413) {
                wrong.add("%s: %d".formatted(what, answer.statusCode()));
            }
            if (answer.asByteArray().length > 512 * 1024) {
                wrong.add("%s: %d bytes of answer".formatted(what, answer.asByteArray().length));
            }
        });

        assertThat(wrong).isEmpty();
    }

    private static Response send(Door door, byte[] body) {
        var request = given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(door.type, io.restassured.http.ContentType.TEXT)))
                .header("Content-Type", door.type)
                .header("Origin", "http://localhost:4000");
        if (!door.role.equals("nobody")) {
            request.auth().preemptive().basic(door.role, door.role);
        }
        return assertTimeoutPreemptively(SOON, () -> request.body(body).request(door.method, door.path));
    }

    private static List<String> pointers(Response answer) {
        return Stream.ofNullable(answer.jsonPath().<String>getList("errors.pointer"))
                .flatMap(List::stream)
                .toList();
    }
}
