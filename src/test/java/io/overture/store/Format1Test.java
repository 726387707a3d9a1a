package io.overture.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Consent;
import io.overture.visitor.ConsentWord;
import io.overture.visitor.Visitor;
import io.overture.visitor.Withdrawal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
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

    private static Visitor throughFormat1(Visitor visitor) {
        var codec = new Codec(1);
        return codec.decode(codec.encode(1, visitor, null)).visitor();
    }
}
