package io.overture.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Beacon;
import io.overture.visitor.Category;
import io.overture.visitor.Consent;
import io.overture.visitor.ConsentWord;
import io.overture.visitor.Copy;
import io.overture.visitor.Event;
import io.overture.visitor.Held;
import io.overture.visitor.Invitation;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.visitor.Meaning;
import io.overture.visitor.Verdict;
import io.overture.visitor.Visitor;
import io.overture.visitor.Withdrawal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Format 1 stays readable, and is written for nodes of the release before as that release wrote it itself: the bytes in
 * {@code stored/} are its own.
 */
class Format1Test {

    enum Kept {
        THERE(Format1.there(), Format1.NOW.plusSeconds(3)),
        WITHDRAWN(Format1.withdrawn(), null);

        private final Visitor visitor;
        private final @Nullable Instant alarm;

        Kept(Visitor visitor, @Nullable Instant alarm) {
            this.visitor = visitor;
            this.alarm = alarm;
        }

        byte[] bytes() throws IOException {
            var name = "/stored/format-1-" + name().toLowerCase(java.util.Locale.ROOT) + ".hex";
            try (var in = Objects.requireNonNull(Format1Test.class.getResourceAsStream(name))) {
                var hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
                return HexFormat.of().parseHex(hex.replace("\n", ""));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_release_before_wrote_is_read(Kept kept) throws IOException {
        var bytes = kept.bytes();

        var stored = new Codec(Codec.CURRENT).decode(bytes);

        assertThat(stored).isEqualTo(new Stored(Format1.NONCE, kept.visitor, kept.alarm, bytes.length));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_written_for_the_release_before_is_what_it_wrote_itself(Kept kept) throws IOException {
        assertThat(new Codec(1).encode(Format1.NONCE, kept.visitor, kept.alarm)).isEqualTo(kept.bytes());
    }

    @Test
    void the_release_before_takes_putting_away_for_a_no() {
        var later = Format1.NOW.minusSeconds(5);
        var before = Format1.there();
        var visitor = before.with(before.memory().dismissed(later), before.session());

        var read = throughFormat1(visitor).memory();

        assertThat(read.refusedAt()).isEqualTo(later);
        assertThat(read.dismissedAt()).isNull();
    }

    @Test
    void the_release_before_remembers_a_withdrawal_for_a_day_from_when_it_was_heard() {
        var said = new ConsentWord(new Consent(false, false), Format1.NOW.minusSeconds(200_000));

        var read = throughFormat1(Visitor.NOBODY.forgotten(said, Format1.NOW, "f-1"));

        assertThat(read.withdrawal()).isEqualTo(new Withdrawal(Format1.NOW, Format1.NOW));
        assertThat(read.isDenied()).isTrue();
    }

    @Test
    void the_release_before_takes_a_spent_moment_for_a_limited_one() {
        var before = Format1.there();
        var session = Objects.requireNonNull(before.session());
        var held = new Held(Format1.NOW.minusSeconds(9), null, Verdict.SPENT);

        var read = throughFormat1(before.with(before.memory(), session.withMoments(Map.of("dwell", held))));

        assertThat(Objects.requireNonNull(read.session()).moments().values())
                .extracting(Held::verdict)
                .containsExactly(Verdict.LIMITS);
    }

    @Test
    void what_format_2_brought_is_read_as_it_was_written() {
        var before = Format1.there();
        var session = Objects.requireNonNull(before.session());
        var invitation = Objects.requireNonNull(before.invitation());
        var shown = new Event(
                "purchase",
                Format1.NOW,
                Map.of(),
                new Meaning.Purchased("T-9", BigMoney.parse("EUR 100.00"), lines("2")));
        var back = new Event(
                "refund", Format1.NOW, Map.of(), new Meaning.Refunded("T-9", BigMoney.parse("EUR 5.00"), lines("1")));
        var all = new Event(
                "refund", Format1.NOW, Map.of(), new Meaning.Refunded("T-1", BigMoney.parse("EUR 5.00"), List.of()));
        var standing = new Beacon.Standing(new Consent(true, true), null, null);
        var visitor = before.plus(new Beacon("p9", 1, session.id(), standing, List.of(shown, back, all)), Format1.NOW)
                .withInvitation(new Invitation(
                        invitation.id(),
                        invitation.trigger(),
                        null,
                        invitation.weight(),
                        new Copy("T", "X", "A", "D", "Not now"),
                        "en",
                        List.of("chat"),
                        Format1.NOW,
                        Format1.NOW,
                        Format1.NOW,
                        null,
                        false,
                        null));
        var codec = new Codec(2);

        var read = codec.decode(codec.encode(1, visitor, null)).visitor();

        assertThat(read).isEqualTo(visitor);
        assertThat(read.memory().purchases()).hasSize(2);
    }

    private static List<Line> lines(String quantity) {
        var item = new Item("W-100", null, null, new Category("watches/dive"), null);
        return List.of(new Line(item, new BigDecimal(quantity)));
    }

    private static Visitor throughFormat1(Visitor visitor) {
        var codec = new Codec(1);
        return codec.decode(codec.encode(1, visitor, null)).visitor();
    }
}
