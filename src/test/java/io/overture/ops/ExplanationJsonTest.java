package io.overture.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Engine;
import io.overture.engine.Explanation;
import io.overture.engine.Input;
import io.overture.engine.TestBook;
import io.overture.visitor.Beacon;
import io.overture.visitor.Client;
import io.overture.visitor.Consent;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code explain} says of a visitor. The book has multipliers for {@code unknown}, {@code client} and {@code vic}. */
class ExplanationJsonTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final VisitorKey KEY = VisitorKey.of("demo", "visitor-of-the-explanation");

    @ParameterizedTest
    @CsvSource({"vic, vic", "gold, client", ", client"})
    void a_client_is_what_her_weight_goes_by(@Nullable String tier, String relationship) {
        assertThat(relationship(new Client("c-1", tier, List.of(), null))).isEqualTo(relationship);
    }

    @Test
    void who_is_not_known_is_unknown() {
        assertThat(relationship(null)).isEqualTo("unknown");
    }

    private static String relationship(@Nullable Client client) {
        var facts = TestBook.book().facts();
        var standing = new Beacon.Standing(new Consent(true, true), client, null);
        var arrived = new Input.Arrived(new Beacon("page-1", 1, "session-1", standing, List.of()));
        var visitor =
                Engine.step(Visitor.NOBODY, List.of(arrived), NOW, facts, null).visitor();
        var explained = Explanation.of(visitor, NOW, facts);
        return ExplanationJson.of(KEY, explained, facts.book())
                .path("relationship")
                .textValue();
    }
}
