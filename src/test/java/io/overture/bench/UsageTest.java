package io.overture.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.overture.bench.Usage.Look;
import io.overture.bench.Usage.Thread;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest {

    private static final String STAT =
            "4711 (C2 (odd) Thre) S 1 1 1 0 -1 4194304 90 0 0 0 250 50 0 0 20 0 2 0 55 1 2 3";

    @Test
    void a_name_may_hold_blanks_and_brackets() {
        assertEquals("C2 (odd) Thre", Usage.name(STAT));
        assertEquals(3.0, Usage.cpu(STAT));
    }

    @Test
    void only_voluntary_switches_count() {
        assertEquals(
                17, Usage.switches("Name:\tjava\nvoluntary_ctxt_switches:\t17\nnonvoluntary_ctxt_switches:\t99\n"));
    }

    @Test
    void a_thread_that_came_meanwhile_counts_from_zero_and_one_that_went_does_not() {
        var before = new Look(10, Map.of(1L, new Thread("C2 CompilerThre", 4, 5), 2L, new Thread("main", 1, 100)));
        var after = new Look(
                14,
                Map.of(
                        1L, new Thread("C2 CompilerThre", 5, 6),
                        3L, new Thread("C1 CompilerThre", 0.5, 2),
                        4L, new Thread("GC Thread#0", 1, 0)));

        assertEquals(new Usage(4, 1.5, 1, 3), after.since(before));
    }
}
