package io.overture.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WrkOutputTest {

    private static final String SAID = """
            Running 2s test @ http://127.0.0.1:28080/v1/beacons
              1 threads and 64 connections
              9000 requests in 2.00s, 1.31MB read
            bench.counts made=19064 answered=8990 refused=7 lost=3 micros=2000000
            bench.stat 4711 (wrk) R 1 1 1 0 -1 4194304 90 0 0 0 31 12 0 0 20 0 2 0 55 1 2 3
            bench.latencies 450:3 9500:1
            """;

    @Test
    void counts_latencies_and_its_own_CPU_are_read() {
        var output = WrkOutput.of(SAID);

        assertEquals(19_064, output.made());
        var result = output.result();
        assertEquals(8_990, result.answered());
        assertEquals(10, result.other());
        assertEquals(4_495, result.perSecond());
        assertEquals(0.43, result.cpu(), 1e-9);
        assertEquals(4, result.latencies().size());
        assertEquals(0.45, result.latencies().percentile(0.75));
        assertEquals(9.5, result.latencies().percentile(0.99));
    }

    @Test
    void a_run_without_an_answer_has_no_latencies() {
        var output = WrkOutput.of(SAID.replace(" 450:3 9500:1", ""));

        assertEquals(0, output.result().latencies().size());
    }

    @Test
    void what_wrk_says_instead_is_told() {
        var failure = assertThrows(IllegalStateException.class, () -> WrkOutput.of("unable to connect"));

        assertEquals("wrk did not say bench.counts but:\nunable to connect", failure.getMessage());
    }
}
