package io.overture.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.client.ClientRecord;
import io.overture.client.Records;
import io.overture.visitor.Client;
import io.overture.visitor.Conversation;
import io.overture.visitor.Request;
import io.overture.visitor.Visitor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DossierTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/piece/item | W-100",
                "/piece/price | 12500",
                "/reason | Several looks at sizing and care",
                "/tier | vic",
                "/language | fr-FR",
                "/page/path | /watches/w-100",
                "/path/1/path | /watches",
                "/path/1/title | Watches",
                "/pieces/0/item | W-100",
                "/pieces/0/engaged | 90000",
                "/pieces/0/topics/0/topic | sizing",
                "/pieces/0/topics/0/times | 2",
                "/pieces/1/item | S-7",
                "/cart/lines/1/quantity | 2",
                "/cart/total | 13300",
                "/cart/currency | EUR",
                "/checkout | begin_checkout",
                "/failedSearches/0/term | moonphase",
                "/wishes/0/item | S-7",
                "/campaign/name | ss27",
                "/referrer | vogue.example",
                "/localTime/at | 2025-11-25T01:00:00+09:00",
                "/device | tablet",
                "/country | JP",
                "/visits/count | 2",
                "/client | c-1",
                "/name | Hélène Aubert",
                "/sizes/ring | 52",
                "/preferredChannel | call",
                "/advisor/id | camille",
                "/favourites/categories/0 | watches/dress",
                "/dates/0/on | --06-14",
                "/contacts/email | helene@example.com",
                "/purchases/0/items/0/price | 12500.5",
                "/notes/0/by | camille",
                "/conversations/0/summary | The Méridienne, for her brother",
                "/dealings/0/type | service_completed",
            })
    void everything_known_has_its_place(String pointer, String expected) {
        var dossier = Dossier.of(Portrait.whole(), Role.ADVISOR);

        assertThat(dossier.at(pointer).asText()).isEqualTo(expected);
    }

    @Test
    void what_follows_a_pages_path_is_nobodys_business() {
        var dossier = Dossier.of(Portrait.whole(), Role.LEAD);

        assertThat(dossier.toString()).doesNotContain("secret");
    }

    @Test
    void a_decline_and_a_wish_for_quiet_are_one_date_the_later() {
        var dossier = Dossier.of(Portrait.whole(), Role.PARTNER);

        assertThat(dossier.get("quietUntil").longValue())
                .isEqualTo(Portrait.NOW.plusSeconds(6 * 24 * 3600).toEpochMilli());
    }

    @Test
    void of_a_stranger_there_is_what_she_does_and_not_who_she_is() {
        var dossier = Dossier.of(Portrait.stranger(), Role.ADVISOR);

        assertThat(names(dossier))
                .contains("piece", "pieces", "cart", "localTime")
                .doesNotContain("client", "name", "sizes", "notes", "purchases", "advisor", "quietUntil");
        assertThat(dossier.get("tier").textValue()).isEqualTo("unknown");
    }

    @Test
    void a_conversation_is_about_what_she_was_invited_for() {
        var request = new Request("reassurance", "S-7", null, List.of("chat"), "ja", BigDecimal.ONE);
        var talking = Portrait.visitor(null).withConversation(Conversation.begun("c", request, null, Portrait.NOW));

        var dossier = Dossier.of(Portrait.known(talking, Optional.empty()), Role.PARTNER);

        assertThat(dossier.at("/piece/name").textValue()).isEqualTo("Strap");
        assertThat(dossier.at("/reason").textValue()).isEqualTo("Several looks at sizing and care");
        assertThat(dossier.at("/language").textValue()).isEqualTo("ja");
    }

    @Test
    void when_her_session_is_over_there_is_what_outlives_it() {
        var over = Portrait.visitor(new Client("c-1", "vic", List.of(), null)).afterVisit();

        var dossier = Dossier.of(Portrait.known(over, Optional.of(Records.whole("c-1"))), Role.ADVISOR);

        assertThat(names(dossier)).contains("client", "name", "notes", "wishes").doesNotContain("page", "cart");
    }

    @Test
    void of_nobody_there_is_next_to_nothing() {
        var dossier = Dossier.of(Portrait.known(Visitor.NOBODY, Optional.empty()), Role.ADVISOR);

        assertThat(names(dossier)).containsExactlyInAnyOrder("tier", "visits");
    }

    @Test
    void a_record_that_says_nothing_adds_nothing() {
        var known = Portrait.known(Portrait.visitor(null), Optional.of(ClientRecord.of("c-1")));

        var dossier = Dossier.of(known, Role.ADVISOR);

        assertThat(dossier).noneMatch(JsonNode::isNull);
        assertThat(names(dossier)).doesNotContain("name", "favourites", "contacts", "notes");
    }

    private static List<String> names(ObjectNode dossier) {
        var names = new ArrayList<String>();
        dossier.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
