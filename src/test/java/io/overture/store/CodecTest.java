package io.overture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.overture.engine.Engine;
import io.overture.engine.Happenings;
import io.overture.engine.Input;
import io.overture.engine.TestBook;
import io.overture.redis.StoreUnavailable;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

class CodecTest {

    private final Codec codec = new Codec(Codec.CURRENT);

    @Provide
    Arbitrary<Visitor> anyShape() {
        return AnyVisitor.ofAnyShape();
    }

    @Provide
    Arbitrary<Visitor> reached() {
        return AnyVisitor.reached();
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void what_is_written_is_read(@ForAll("anyShape") Visitor visitor, @ForAll long nonce) {
        var alarm = nonce % 2 == 0 ? null : AnyVisitor.NOW.plusMillis(nonce % 1_000_000);

        assertReadsAsWritten(nonce, visitor, alarm);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void what_the_engine_makes_of_a_visitor_is_kept_exactly(@ForAll("reached") Visitor visitor, @ForAll long nonce) {
        assertReadsAsWritten(nonce, visitor, null);
    }

    private void assertReadsAsWritten(long nonce, Visitor visitor, @Nullable Instant alarm) {
        var bytes = codec.encode(nonce, visitor, alarm);

        var stored = codec.decode(bytes);

        assertThat(stored).isEqualTo(new Stored(nonce, visitor, alarm, bytes.length));
    }

    @Example
    void a_busy_session_is_small() {
        var visitor = busy();

        var bytes = codec.encode(7, visitor, AnyVisitor.NOW);

        assertThat(bytes).hasSizeLessThan(3500);
    }

    /** Twenty pieces viewed and dwelt upon, ten details looked at, three pieces in the cart. */
    private static Visitor busy() {
        var facts = TestBook.book().facts();
        var visitor = Visitor.NOBODY;
        for (int i = 0; i < 20; i++) {
            var at = AnyVisitor.NOW.plusSeconds(30L * i);
            var piece = Happenings.piece("W-10" + i, "watches/dive", 12_500 + i);
            var events = new ArrayList<>(List.of(
                    Happenings.view(at, piece),
                    Happenings.dwell(at.plusSeconds(20), Duration.ofSeconds(19), piece.id())));
            if (i % 2 == 0) {
                events.add(Happenings.look(at.plusSeconds(10), "sizing", piece.id()));
            }
            if (i % 7 == 0) {
                events.add(Happenings.addToCart(at.plusSeconds(15), piece, 1));
            }
            var standing = new Beacon.Standing(new Consent(true, true), null, null);
            var beacon = new Beacon("page-" + i / 5, i % 5 + 1, "s".repeat(22), standing, events);
            visitor = Engine.step(visitor, List.of(new Input.Arrived(beacon)), at.plusSeconds(21), facts, null)
                    .visitor();
        }
        return visitor;
    }

    @Example
    void the_nonce_stands_where_the_script_looks_for_it() {
        var bytes = codec.encode(0x0102030405060708L, Visitor.NOBODY, null);

        assertThat(bytes).startsWith(Codec.CURRENT, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Example
    void a_component_appended_later_is_passed_over() throws IOException {
        var bytes = codec.encode(7, Visitor.NOBODY, null);
        var appended = new ByteArrayOutputStream();
        appended.write(bytes, 0, 9);
        try (var in = new CBORFactory().createParser(bytes, 9, bytes.length - 9);
                var out = new CBORFactory().createGenerator(appended)) {
            out.writeStartArray();
            in.nextToken();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                out.copyCurrentStructure(in);
            }
            out.writeString("later");
            out.writeStartArray();
            out.writeNumber(1);
            out.writeEndArray();
            out.writeEndArray();
        }

        var stored = codec.decode(appended.toByteArray());

        assertThat(stored.visitor()).isEqualTo(Visitor.NOBODY);
    }

    @Example
    void a_newer_format_is_refused_in_plain_words() {
        var bytes = codec.encode(7, Visitor.NOBODY, null);
        bytes[0] = Codec.CURRENT + 1;

        assertThatThrownBy(() -> codec.decode(bytes))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("format " + (Codec.CURRENT + 1))
                .hasMessageContaining("overture.store.write-format");
    }

    @Example
    void what_is_cut_short_is_refused() {
        var bytes = codec.encode(7, Visitor.NOBODY, null);

        assertThatThrownBy(() -> codec.decode(Arrays.copyOf(bytes, bytes.length - 3)))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Example
    void a_format_nobody_can_write_is_refused() {
        assertThatThrownBy(() -> new Codec(Codec.CURRENT + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overture.store.write-format is " + (Codec.CURRENT + 1));
    }
}
