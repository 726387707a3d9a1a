package io.overture.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.overture.engine.Entry;
import io.overture.engine.Happenings;
import io.overture.store.AnyRecord;
import io.overture.trigger.Stake;
import io.overture.visitor.Beacon;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Client;
import io.overture.visitor.Consent;
import io.overture.visitor.Context;
import io.overture.visitor.Effort;
import io.overture.visitor.Event;
import io.overture.visitor.Outcome;
import io.overture.visitor.Stage;
import io.overture.visitor.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples in {@code docs/journal.md} are what is written, word for word. */
class JournalLineTest {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);

    static Stream<Entry> examples() {
        var piece = Happenings.piece("W-100", "watches", 12500);
        return Stream.of(
                new Entry.SessionBegan(2, "client-7", "vic"),
                new Entry.SessionEnded(AT.minusSeconds(2400), 1, 1),
                new Entry.BeaconFolded(
                        new Beacon(
                                "p1",
                                12,
                                "QmFzZTY0LW9mLXNlc3Npb24",
                                new Beacon.Standing(
                                        new Consent(true, true),
                                        new Client("client-7", "vic", List.of("watches"), "fr"),
                                        new Context(
                                                "fr-FR",
                                                "Europe/Paris",
                                                null,
                                                "fr",
                                                "desktop",
                                                "vogue.example",
                                                new Context.Campaign("vogue", "editorial", "ss27"))),
                                List.of(
                                        Happenings.view(AT.minusSeconds(9), piece),
                                        Happenings.look(AT.minusSeconds(6), "sizing", "W-100"),
                                        Happenings.dwell(AT.minusSeconds(3), Duration.ofSeconds(5), "W-100"),
                                        Happenings.addToCart(AT.minusSeconds(2), piece, 1),
                                        Happenings.checkout(AT.minusSeconds(1), CheckoutStep.BEGIN_CHECKOUT),
                                        Happenings.other(AT, "gift_option", Map.of("wrap", "true")))),
                        false),
                new Entry.MomentDecided(
                        "reassurance",
                        Verdict.OFFERED,
                        true,
                        AT,
                        new BigDecimal("22500.000"),
                        new Stake(new BigDecimal("12500.00"), "W-100"),
                        "vic"),
                new Entry.InvitationOffered(
                        "Zk3…",
                        "reassurance",
                        "W-100",
                        new BigDecimal("22500.000"),
                        "fr",
                        List.of("chat", "call"),
                        AT.plusSeconds(120)),
                new Entry.InvitationShown("Zk3…", "reassurance"),
                new Entry.InvitationClosed("Zk3…", "reassurance", Outcome.ACCEPTED, true, "chat"),
                new Entry.AdvisorRequested("r1", "W-100", "call", new BigDecimal("37500.00")),
                new Entry.AdvisorJoined("Zk3…", 0, Duration.ofMillis(4200)),
                new Entry.AdvisorCalledAnew("Zk3…", 1, Entry.Cause.TRANSFERRED),
                new Entry.ConversationEnded(
                        "Zk3…", Stage.Ending.BY_ADVISOR, new Effort(Duration.ofMillis(9100), 1, 0), 14),
                new Entry.ConversationRated("Zk3…", 5),
                new Entry.ReplyPromised("r2", "appointment", new BigDecimal("37500.00")),
                new Entry.RequestRefused("r3", "call"),
                new Entry.PassportUsed(Entry.PassportUse.HONOURED),
                new Entry.Forgotten());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_record_is_documented_as_it_is(Entry entry) throws IOException {
        var documented = Files.readAllLines(Path.of("docs/journal.md"));

        var line = line(entry);

        assertThat(documented).contains(line);
    }

    @Test
    void no_kind_of_record_lacks_an_example() {
        var kinds = Arrays.stream(Entry.class.getPermittedSubclasses()).toList();

        var shown = examples().<Class<?>>map(Entry::getClass).toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void the_house_s_own_id_of_a_client_is_never_written() {
        assertThat(examples()).allSatisfy(entry -> assertThat(line(entry)).doesNotContain("client-7"));
    }

    @Test
    void any_record_is_one_line_of_json() throws IOException {
        var any = new AnyRecord(new Random(7), AT);
        var json = new ObjectMapper();
        for (int i = 0; i < 300; i++) {
            var line = line(any.of(Entry.class));

            assertThat(line).doesNotContain("\n");
            assertThat(json.readTree(line).get("type").asText()).isNotEmpty();
        }
    }

    @Test
    void an_outsized_beacon_says_less_and_that_it_does() throws IOException {
        var params = IntStream.range(0, 32).boxed().collect(Collectors.toMap(i -> "p" + i, i -> "x".repeat(500)));
        var chatty = Collections.nCopies(3, Happenings.other(AT, "gift_option", params));
        var pieces = IntStream.range(0, 100)
                .mapToObj(i -> Happenings.view(AT, Happenings.piece("W-" + "x".repeat(400), "watches", 12500)))
                .toList();

        assertThat(shortened(chatty)).isEqualTo("params");
        assertThat(shortened(pieces)).isEqualTo("names");
        assertThat(shortened(pieces.subList(0, 1))).isEmpty();
    }

    private static String shortened(List<Event> events) throws IOException {
        var standing = new Beacon.Standing(new Consent(true, true), null, null);
        var line = line(new Entry.BeaconFolded(new Beacon("p1", 1, "s", standing, events), false));
        assertThat(line.length()).isLessThan(JournalLine.MOST + 4 * 1024);
        return new ObjectMapper().readTree(line).path("shortened").asText();
    }

    private static String line(Entry entry) {
        return new String(JournalLine.of(new JournalRecord(AT, "demo", "hV9tRk2mQ0", entry)), StandardCharsets.UTF_8);
    }
}
