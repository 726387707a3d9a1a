package io.overture.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.overture.journal.JournalCursor.Place;
import io.overture.visitor.Handle;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalCursorTest {

    private static final long NOW = 1_764_000_000_000L;
    private static final long YEAR = 365L * 24 * 3600 * 1000;

    /** Netty takes request lines of 4096 characters. */
    private static final int ROOM_IN_A_URL = 3600;

    @Test
    void a_cursor_is_read_as_it_was_written() {
        var random = new Random(7);

        for (int i = 0; i < 200; i++) {
            var cursor = any(random, random.nextLong(1, NOW), random.nextLong(1, Long.MAX_VALUE / 4));

            assertThat(JournalCursor.parse(cursor.text())).isEqualTo(cursor);
        }
    }

    @Test
    void the_beginning_is_a_cursor_too() {
        assertThat(JournalCursor.parse(JournalCursor.START.text())).isEqualTo(JournalCursor.START);
    }

    @Test
    void it_fits_into_a_url_when_shards_were_silent_for_a_year_and_held_millions() {
        var cursor = any(new Random(8), YEAR, 100_000_000);

        assertThat(cursor.text()).hasSizeLessThan(ROOM_IN_A_URL).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0-0", "AQ", "Z2FyYmFnZQ", "é"})
    void what_no_journal_gave_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JournalCursor.parse(text));
    }

    @Test
    void one_that_was_cut_or_grew_or_is_of_another_version_is_refused() {
        var bytes = Base64.getUrlDecoder().decode(any(new Random(9), YEAR, 1000).text());
        var cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
        var grown = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        var other = bytes.clone();
        other[0] = 2;

        assertThat(List.of(cut, grown, other))
                .allSatisfy(wrong -> assertThatIllegalArgumentException()
                        .isThrownBy(
                                () -> JournalCursor.parse(Base64.getUrlEncoder().encodeToString(wrong))));
    }

    private static JournalCursor any(Random random, long span, long count) {
        return new JournalCursor(IntStream.range(0, Handle.SHARDS)
                .mapToObj(shard -> switch (random.nextInt(20)) {
                    case 0 -> Place.START;
                    case 1 -> Place.EMPTY;
                    default -> place(random, span, count);
                })
                .toList());
    }

    private static Place place(Random random, long span, long count) {
        long number = random.nextInt(3) == 0 ? random.nextInt(1, 4) : 0;
        return new Place(new StreamId(NOW - random.nextLong(span), number), random.nextLong(count));
    }
}
