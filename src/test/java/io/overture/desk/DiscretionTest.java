package io.overture.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.roster.Advisor;
import io.overture.roster.Desks;
import io.overture.visitor.Request;
import io.overture.visitor.VisitorKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose notes who may read, in each frame that carries any. */
class DiscretionTest {

    private static final Advisor HOUSE = Staffs.advisor("house", 1, "fr");
    private static final Advisor PARTNER =
            new Advisor("partner", "partner", "Advisor", null, List.of("fr"), List.of(), List.of("chat"), 1, true);
    private static final Desks DESKS = new Desks(List.of(Staffs.desk("paris", Map.of(), HOUSE, PARTNER)));
    private static final Instant AT = Instant.parse("2027-03-01T10:00:00Z");

    private final Discretion discretion = new Discretion(() -> DESKS);

    @ParameterizedTest
    @CsvSource({
        "house, house, true", "house, partner, true", "house, former, true",
        "partner, house, false", "partner, partner, true", "partner, former, false",
        "unknown, house, false", "unknown, partner, true"
    })
    void a_partner_reads_the_notes_of_partners_only(String reader, String writer, boolean reads) {
        var message = new Transcript.Line(1, 0, "m1", Transcript.From.ADVISOR, writer, "Good evening", AT);
        var note = new Transcript.Line(1, 1, "n1", Transcript.From.NOTE, writer, "Difficult last time", AT);

        var transcript = discretion.of(new Transcript("e", true, 1, List.of(message, note)), reader);
        var talk = TalkFrame.of(call(writer), null, reader, transcript);
        var ring = ConsoleFrames.ring(discretion.of(call(writer), reader), null, false, null);

        var posted = new ArrayList<String>();
        new RedisTranscripts.News("e", reader, List.of(message, note))
                .to((who, frame) -> posted.add(frame), "c1", discretion);

        assertThat(posted).first().asString().contains("Good evening");
        assertThat(posted.toString().contains("Difficult last time")).isEqualTo(reads);
        assertThat(talk).contains("Good evening");
        assertThat(talk.contains("Difficult last time")).isEqualTo(reads);
        assertThat(ring).contains("\"from\":\"" + writer + "\"");
        assertThat(ring.contains("Difficult last time")).isEqualTo(reads);
    }

    private static Call call(String from) {
        return new Call(
                VisitorKey.of("demo", "v".repeat(22)),
                "c1",
                1,
                0,
                new Request(null, null, null, List.of("chat"), "fr", BigDecimal.TEN),
                null,
                "unknown",
                AT,
                null,
                from,
                "Difficult last time",
                Set.of());
    }
}
