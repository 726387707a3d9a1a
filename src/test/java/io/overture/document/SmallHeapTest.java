package io.overture.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The worst texts there are, read where there is little room. */
class SmallHeapTest {

    private static final String HEAP = "-Xmx48m";

    @Test
    @Timeout(60)
    void the_worst_texts_fit_a_small_heap() throws IOException, InterruptedException {
        var reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName())
                .redirectErrorStream(true)
                .start();

        var said = new String(reader.getInputStream().readAllBytes(), UTF_8);

        assertThat(reader.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(reader.exitValue()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.endsWith(" mistakes")))
                .hasSize(Reader.TEXTS.size() * Format.values().length);
    }

    /** The process with the small heap. */
    static final class Reader {
        private static final int ROOM = Document.MOST_BYTES - 4096;
        private static final String LONG_NAMES = ("{\"" + "k".repeat(Document.LONGEST_NAME) + "\":").repeat(15);

        private static final List<String> TEXTS = List.of(
                "{\"" + "k".repeat(20_000) + "\": [" + "0,".repeat(60_000) + "0]}",
                LONG_NAMES + "[" + "0,".repeat(ROOM / 2) + "0]" + "}".repeat(15),
                LONG_NAMES + "[" + "1e9999,".repeat(ROOM / 7) + "0]" + "}".repeat(15),
                "[" + "[],".repeat(ROOM / 3) + "[]]",
                "{" + "\"a\":0,".repeat(ROOM / 6) + "\"a\":0}",
                "[".repeat(ROOM));

        private Reader() {}

        /** Says of each how many mistakes it found. */
        public static void main(String... none) {
            for (var text : TEXTS) {
                for (var format : Format.values()) {
                    var errors = new Errors();
                    Document.read(text.getBytes(UTF_8), format, errors);
                    System.out.println(errors.inOrder().size() + " mistakes");
                }
            }
        }
    }
}
