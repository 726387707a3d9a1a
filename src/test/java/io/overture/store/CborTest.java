package io.overture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Stored bytes are those that Jackson's generator would have written. */
class CborTest {

    private static final CBORFactory JACKSON =
            CBORFactory.builder().enable(CBORGenerator.Feature.STRINGREF).build();

    private static final int[] LENGTHS = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 22, 23, 24, 25, 70, 71, 72, 84, 85, 86, 127, 128, 254, 255, 256, 257, 1_000, 3_995,
        3_996, 3_997, 3_998, 7_992, 7_993, 12_000
    };
    private static final String[] CHARACTERS = {
        "a", "z", "\u0000", "\u007f", "\u0080", "é", "\u07ff", "\u0800", "字", "\uffff", "💎"
    };

    /** One writer for all, as a thread has it. */
    private final Cbor ours = new Cbor();

    @Property(tries = 300)
    void values_are_written_as_jackson_writes_them(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        var texts = IntStream.range(0, 1 + random.nextInt(400))
                .mapToObj(i -> text(random))
                .toList();

        assertThat(written(texts, seed)).isEqualTo(byJackson(texts, seed));
    }

    /** From 65 536 texts on a reference is longer still. */
    @Example
    void many_texts() throws IOException {
        var texts = new ArrayList<String>();
        for (int i = 0; i < 70_000; i++) {
            texts.add(Integer.toString(i, 36));
            texts.add(Integer.toString(i / 2, 36));
        }

        assertThat(written(texts, 1)).isEqualTo(byJackson(texts, 1));
    }

    @Example
    void texts_with_one_hash_code() throws IOException {
        var texts = new ArrayList<>(List.of(""));
        for (int i = 0; i < 12; i++) {
            texts = new ArrayList<>(texts.stream()
                    .flatMap(each -> List.of(each + "Aa", each + "BB").stream())
                    .toList());
        }
        texts.addAll(List.copyOf(texts));
        assertThat(texts.stream().mapToInt(String::hashCode).distinct().count()).isEqualTo(1);

        assertThat(written(texts, 1)).isEqualTo(byJackson(texts, 1));
    }

    @Example
    void half_a_character_is_refused_and_forgotten() throws IOException {
        for (var half : List.of("\ud83d", "\udc8e", "a\ud83db", "\udc8e\ud83d")) {
            ours.begin();
            assertThatThrownBy(() -> ours.text(half)).isInstanceOf(CharConversionException.class);
        }

        assertThat(written(List.of("diamond", "diamond"), 1)).isEqualTo(byJackson(List.of("diamond", "diamond"), 1));
    }

    /** A shape that says another number of fields than it has is found where it writes. */
    @Example
    void an_array_has_as_many_values_as_it_says() throws IOException {
        for (int said : List.of(1, 3)) {
            ours.begin();
            ours.open(2);
            ours.open(said);
            ours.number(1);
            ours.text("two");

            assertThatThrownBy(ours::close).isInstanceOf(IOException.class);
        }

        assertThat(written(List.of("a"), 1)).isEqualTo(byJackson(List.of("a"), 1));
    }

    private byte[] written(List<String> texts, long seed) throws IOException {
        var random = new Random(seed);
        ours.begin();
        ours.openNamespace();
        ours.open(2 * texts.size());
        for (var text : texts) {
            ours.text(text);
            switch (random.nextInt(4)) {
                case 0 -> ours.nothing();
                case 1 -> ours.flag(random.nextBoolean());
                case 2 -> {
                    ours.open(0);
                    ours.close();
                }
                default -> ours.number(number(random));
            }
        }
        ours.close();
        return ours.end();
    }

    private static byte[] byJackson(List<String> texts, long seed) throws IOException {
        var random = new Random(seed);
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator jackson = JACKSON.createGenerator(bytes)) {
            jackson.writeStartArray(null, 2 * texts.size());
            for (var text : texts) {
                jackson.writeString(text);
                switch (random.nextInt(4)) {
                    case 0 -> jackson.writeNull();
                    case 1 -> jackson.writeBoolean(random.nextBoolean());
                    case 2 -> {
                        jackson.writeStartArray(null, 0);
                        jackson.writeEndArray();
                    }
                    default -> jackson.writeNumber(number(random));
                }
            }
            jackson.writeEndArray();
        }
        return bytes.toByteArray();
    }

    /** Of every size, and about its borders. */
    private static long number(Random random) {
        long border = 1L << random.nextInt(Long.SIZE);
        return random.nextBoolean() ? random.nextLong() >> random.nextInt(Long.SIZE) : border + random.nextInt(5) - 2;
    }

    /** Short ones mostly, of few characters, so that they occur again. */
    private static String text(Random random) {
        if (random.nextInt(40) > 0) {
            return (CHARACTERS[random.nextInt(CHARACTERS.length)]).repeat(random.nextInt(30));
        }
        var text = new StringBuilder();
        int length = LENGTHS[random.nextInt(LENGTHS.length)];
        boolean isPlain = random.nextBoolean();
        while (text.length() < length) {
            text.append(isPlain ? "a" : CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }
}
