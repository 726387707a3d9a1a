package io.overture.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.overture.engine.Engine;
import io.overture.engine.Entry;
import io.overture.engine.Happenings;
import io.overture.engine.Input;
import io.overture.engine.TestBook;
import io.overture.journal.JournalLine;
import io.overture.journal.JournalRecord;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Context;
import io.overture.visitor.Visitor;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it allocates to write down what a step made, beyond the bytes themselves. */
class EncodingCostTest {

    /** Beyond the value's own bytes: texts of amounts, and what it takes to go through a map. */
    private static final int MOST_BYTES_BESIDE_A_VALUE = 4_000;

    private static final int MOST_BYTES_BESIDE_A_RECORD = 400;
    private static final int ITEMS = 12;
    private static final int WARM = 20_000;
    private static final int MEASURED = 2_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Beacon.Standing standing = new Beacon.Standing(
            new Consent(true, true), null, new Context("fr-FR", "Europe/Paris", null, "fr", "desktop", null, null));
    private final Codec codec = new Codec(Codec.CURRENT);
    private Visitor visitor = Visitor.NOBODY;
    private Instant now = AnyVisitor.NOW;
    private List<Entry> entries = List.of();

    @Test
    void a_value_of_twelve_pieces() {
        viewEach();
        int size = codec.encode(1, visitor, now).length;

        long each = allocatedBy(() -> codec.fit(1, visitor, now).bytes().length == size);

        assertThat(each - size).as("beside %s bytes", size).isBetween(0L, (long) MOST_BYTES_BESIDE_A_VALUE);
    }

    @Test
    void the_record_of_a_beacon() {
        viewEach();
        var happened = new JournalRecord(now, "demo", "hV9tRk2mQ0", entries.getFirst());
        int size = JournalLine.of(happened).length;

        long each = allocatedBy(() -> JournalLine.of(happened).length == size);

        assertThat(each - size).as("beside %s bytes", size).isBetween(0L, (long) MOST_BYTES_BESIDE_A_RECORD);
    }

    private void viewEach() {
        var facts = TestBook.book().facts();
        for (int i = 0; i < ITEMS; i++) {
            now = now.plusSeconds(20);
            var view = Happenings.view(now, Happenings.piece("W-" + i, "watches/dive", 12_500));
            var time = Happenings.dwell(now, Duration.ofSeconds(5), "W-" + i);
            var beacon = new Beacon("p1", i + 1, "s1", standing, List.of(view, time));
            var step = Engine.step(visitor, List.of(new Input.Arrived(beacon)), now, facts, null);
            visitor = step.visitor();
            entries = step.entries();
        }
    }

    private static long allocatedBy(Work work) {
        repeat(WARM, work);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        repeat(MEASURED, work);
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / MEASURED;
    }

    private static void repeat(int times, Work work) {
        for (int i = 0; i < times; i++) {
            if (!work.isDone()) {
                throw new AssertionError("not written as before");
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        boolean isDone();
    }
}
