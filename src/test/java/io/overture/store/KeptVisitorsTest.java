package io.overture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.overture.redis.Reason;
import io.overture.redis.StoreUnavailable;
import io.overture.store.KeptVisitors.Kept;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Today's release and what those before it stored of visitors, in every format it says it reads. */
class KeptVisitorsTest {

    private final Codec codec = new Codec(Codec.CURRENT);

    static Stream<Arguments> kept() throws IOException {
        var all = Stream.<Arguments>builder();
        for (var release : KeptVisitors.releases()) {
            for (int format = Codec.OLDEST; format <= Codec.CURRENT; format++) {
                for (var each : KeptVisitors.of(release, format)) {
                    all.add(Arguments.of(release, format, each));
                }
            }
        }
        return all.build();
    }

    @ParameterizedTest(name = "{0}, format {1}, {2}")
    @MethodSource("kept")
    void what_a_release_wrote_says_what_it_said(String release, int format, Kept kept) {
        var read = codec.decode(kept.bytes());

        assertThat(FieldsOf.of(read)).containsAll(kept.fields());
    }

    @ParameterizedTest(name = "{0}, format {1}, {2}")
    @MethodSource("kept")
    void what_is_written_for_a_release_is_what_it_wrote_itself(String release, int format, Kept kept) {
        var read = codec.decode(kept.bytes());

        var written = new Codec(format).encode(read.nonce(), read.visitor(), read.alarm());

        assertThat(written).isEqualTo(kept.bytes());
    }

    @Test
    void the_newest_release_left_every_format_there_is() throws IOException {
        var newest = KeptVisitors.releases().getLast();

        for (int format = Codec.OLDEST; format <= Codec.CURRENT; format++) {
            assertThat(KeptVisitors.of(newest, format)).as("format %d", format).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("constants")
    void every_constant_has_been_stored(Enum<?> constant) throws IOException {
        var fields = Stream.<Kept>builder();
        for (var each : KeptVisitors.of(KeptVisitors.releases().getLast(), Codec.CURRENT)) {
            fields.add(each);
        }

        assertThat(fields.build().flatMap(each -> each.fields().stream()))
                .anyMatch(field -> field.matches(".*[\\[ ]" + constant.name() + "(].*)?"));
    }

    static Stream<Enum<?>> constants() {
        return StoredWords.all().stream().flatMap(words -> words.words().keySet().stream());
    }

    @Test
    void a_newer_format_is_refused() throws IOException {
        var newer = KeptVisitors.of("0.1.0", Codec.CURRENT).getFirst().bytes();
        newer[0] = Codec.CURRENT + 1;

        assertThatThrownBy(() -> codec.decode(Arrays.copyOf(newer, newer.length)))
                .isInstanceOfSatisfying(
                        StoreUnavailable.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.UNREADABLE))
                .hasMessageContaining("format " + (Codec.CURRENT + 1));
    }
}
