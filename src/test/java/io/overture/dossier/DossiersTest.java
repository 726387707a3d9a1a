package io.overture.dossier;

import static io.overture.store.Stores.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.overture.RedisResource;
import io.overture.document.Problem;
import io.overture.visitor.VisitorKey;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RedisResource.class)
class DossiersTest {

    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));

    private final String conversation = UUID.randomUUID().toString();

    @Inject
    Dossiers dossiers;

    @Test
    void each_opening_is_noted_and_looking_again_is_none() {
        get(dossiers.open(SHE, conversation, Role.PARTNER, "night.desk"));
        get(dossiers.of(SHE, conversation, Role.PARTNER));

        given().auth()
                .preemptive()
                .basic("operator", "operator")
                .when()
                .get("/v1/dossier/openings?most=1000")
                .then()
                .statusCode(200)
                .body("findAll { it.conversation == '" + conversation + "' }.who", contains("night.desk"))
                .body("findAll { it.conversation == '" + conversation + "' }.role", contains("partner"));
    }

    @Test
    void openings_are_read_on_from_where_one_stopped() {
        get(dossiers.open(SHE, conversation, Role.ADVISOR, "first"));
        get(dossiers.open(SHE, conversation, Role.ADVISOR, "second"));
        var newest = given().auth()
                .preemptive()
                .basic("operator", "operator")
                .get("/v1/dossier/openings?most=1")
                .jsonPath()
                .getString("[0].id");

        given().auth()
                .preemptive()
                .basic("operator", "operator")
                .when()
                .get("/v1/dossier/openings?most=1&before=" + newest)
                .then()
                .body("who", contains("first"));
    }

    @Test
    void a_dossier_names_its_conversation_and_whom_it_is_about() {
        var dossier = get(dossiers.of(SHE, conversation, Role.ADVISOR));

        assertThat(dossier.get("conversation").textValue()).isEqualTo(conversation);
        assertThat(dossier.get("handle").textValue()).isEqualTo(SHE.handle().value());
        assertThat(dossier.get("site").textValue()).isEqualTo("demo");
    }

    @ParameterizedTest
    @CsvSource({"operator, 200", "lead, 403", "advisor, 403", "shop, 403", "nobody, 401"})
    void only_the_operator_reads_who_opened_what(String role, int status) {
        var request =
                role.equals("nobody") ? given() : given().auth().preemptive().basic(role, role);

        request.when().get("/v1/dossier/openings").then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"before=yesterday, /before", "most=0, /most", "most=1001, /most"})
    void a_question_that_makes_no_sense_is_refused(String query, String pointer) {
        given().auth()
                .preemptive()
                .basic("operator", "operator")
                .when()
                .get("/v1/dossier/openings?" + query)
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors", hasSize(1))
                .body("errors.pointer", contains(pointer));
    }
}
