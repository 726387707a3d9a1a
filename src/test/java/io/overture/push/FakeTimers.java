package io.overture.push;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/** Time that passes when a test says so. */
public final class FakeTimers implements Timers, LongSupplier {

    private record Entry(long at, Runnable action) {}

    private final List<Entry> entries = new ArrayList<>();
    private long now;

    @Override
    public Pending after(Duration delay, Runnable action) {
        var entry = new Entry(now + delay.toNanos(), action);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    @Override
    public long getAsLong() {
        return now;
    }

    public void pass(Duration time) {
        long until = now + time.toNanos();
        while (true) {
            var next = entries.stream().filter(entry -> entry.at() <= until).min(Comparator.comparingLong(Entry::at));
            if (next.isEmpty()) {
                break;
            }
            entries.remove(next.get());
            now = next.get().at();
            next.get().action().run();
        }
        now = until;
    }
}
