package io.overture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** When pages dialled again, and how long each was without a socket. */
public final class Returns {

    private static final Duration BUCKET = Duration.ofMillis(250);
    private static final int WIDEST = 60;

    private final List<Long> dialled = new ArrayList<>();
    private final List<Long> away = new ArrayList<>();

    /** A page dials, not for the first time. */
    synchronized void dials() {
        dialled.add(System.nanoTime());
    }

    /** A page has been welcomed again. */
    synchronized void isBack(Duration after) {
        away.add(after.toNanos());
    }

    public synchronized int attempts() {
        return dialled.size();
    }

    public synchronized int returned() {
        return away.size();
    }

    /** Of the time pages were without a socket; 1 is the longest. */
    public synchronized Duration away(double share) {
        var sorted = away.stream().sorted().toList();
        return sorted.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1)));
    }

    /** The largest share of all attempts that fell into one quarter of a second. */
    public double peakShare() {
        var counts = buckets();
        int all = counts.stream().mapToInt(count -> count).sum();
        return all == 0
                ? 0
                : (double) counts.stream().mapToInt(count -> count).max().orElse(0) / all;
    }

    /** Attempts by quarters of a second since the first; quiet stretches in one line. */
    public String histogram() {
        var counts = buckets();
        int highest = counts.stream().mapToInt(count -> count).max().orElse(1);
        var lines = new StringBuilder();
        boolean quiet = false;
        for (int i = 0; i < counts.size(); i++) {
            int count = counts.get(i);
            if (count > 0) {
                double second = i * BUCKET.toMillis() / 1000.0;
                var bar = "#".repeat(Math.ceilDiv(count * WIDEST, highest));
                lines.append(String.format(Locale.ROOT, "%7.2f s %5d %s%n", second, count, bar));
            } else if (!quiet) {
                lines.append("        …").append(System.lineSeparator());
            }
            quiet = count == 0;
        }
        return lines.toString();
    }

    private synchronized List<Integer> buckets() {
        var counts = new TreeMap<Integer, Integer>();
        long first = dialled.stream().min(Long::compare).orElse(0L);
        dialled.forEach(at -> counts.merge((int) ((at - first) / BUCKET.toNanos()), 1, Integer::sum));
        var all = new ArrayList<Integer>();
        for (int i = 0; !counts.isEmpty() && i <= counts.lastKey(); i++) {
            all.add(counts.getOrDefault(i, 0));
        }
        return all;
    }
}
