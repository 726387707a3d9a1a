package io.overture.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set of instants: the stretches of time in which something holds if nothing else happens. Stretches are half-open,
 * sorted and apart; the set is closed under union, intersection and complement. Resolution is the millisecond.
 */
public record Spans(List<Span> stretches) {

    /** From {@code from}, included, to {@code to}, excluded, in epoch milliseconds. */
    public record Span(long from, long to) {
        public Span {
            if (from >= to) {
                throw new IllegalArgumentException("a span ends after it starts");
            }
        }
    }

    private static final long BEGINNING = Long.MIN_VALUE;
    private static final long END = Long.MAX_VALUE;

    public static final Spans NEVER = new Spans(List.of());
    public static final Spans ALWAYS = new Spans(List.of(new Span(BEGINNING, END)));

    public Spans {
        stretches = List.copyOf(stretches);
    }

    public static Spans when(boolean holds) {
        return holds ? ALWAYS : NEVER;
    }

    public static Spans from(Instant start) {
        return between(start.toEpochMilli(), END);
    }

    public static Spans until(Instant end) {
        return between(BEGINNING, end.toEpochMilli());
    }

    /** From {@code start} for {@code length}. */
    public static Spans during(Instant start, Duration length) {
        return between(start.toEpochMilli(), start.plus(length).toEpochMilli());
    }

    /** Empty unless {@code start} is before {@code end}. */
    public static Spans between(Instant start, Instant end) {
        return between(start.toEpochMilli(), end.toEpochMilli());
    }

    private static Spans between(long from, long to) {
        return from < to ? new Spans(List.of(new Span(from, to))) : NEVER;
    }

    public Spans or(Spans other) {
        if (isNever() || other.equals(ALWAYS)) {
            return other;
        }
        if (other.isNever() || equals(ALWAYS)) {
            return this;
        }
        var all = new ArrayList<Span>(stretches);
        all.addAll(other.stretches);
        all.sort((a, b) -> Long.compare(a.from(), b.from()));
        var united = new ArrayList<Span>();
        var open = all.getFirst();
        for (var next : all.subList(1, all.size())) {
            if (next.from() <= open.to()) {
                open = new Span(open.from(), Math.max(open.to(), next.to()));
            } else {
                united.add(open);
                open = next;
            }
        }
        united.add(open);
        return new Spans(united);
    }

    public Spans and(Spans other) {
        if (isNever() || other.equals(ALWAYS)) {
            return this;
        }
        if (other.isNever() || equals(ALWAYS)) {
            return other;
        }
        var common = new ArrayList<Span>();
        int i = 0;
        int j = 0;
        while (i < stretches.size() && j < other.stretches.size()) {
            var a = stretches.get(i);
            var b = other.stretches.get(j);
            long from = Math.max(a.from(), b.from());
            long to = Math.min(a.to(), b.to());
            if (from < to) {
                common.add(new Span(from, to));
            }
            if (a.to() < b.to()) {
                i++;
            } else {
                j++;
            }
        }
        return new Spans(common);
    }

    public Spans complement() {
        var gaps = new ArrayList<Span>();
        long open = BEGINNING;
        for (var each : stretches) {
            if (open < each.from()) {
                gaps.add(new Span(open, each.from()));
            }
            open = each.to();
        }
        if (open < END) {
            gaps.add(new Span(open, END));
        }
        return new Spans(gaps);
    }

    public boolean isNever() {
        return stretches.isEmpty();
    }

    public boolean contains(Instant now) {
        return at(now).isPresent();
    }

    /** When it next starts to hold, after {@code now}. */
    public Optional<Instant> nextStart(Instant now) {
        long at = now.toEpochMilli();
        return stretches.stream()
                .filter(each -> each.from() > at)
                .findFirst()
                .map(each -> Instant.ofEpochMilli(each.from()));
    }

    /** Since when it has held, for something that holds now and did not always. */
    public Optional<Instant> since(Instant now) {
        return at(now).filter(each -> each.from() != BEGINNING).map(each -> Instant.ofEpochMilli(each.from()));
    }

    /** Until when it goes on holding, for something that holds now and not for ever. */
    public Optional<Instant> end(Instant now) {
        return at(now).filter(each -> each.to() != END).map(each -> Instant.ofEpochMilli(each.to()));
    }

    private Optional<Span> at(Instant now) {
        long at = now.toEpochMilli();
        return stretches.stream()
                .filter(each -> each.from() <= at && at < each.to())
                .findFirst();
    }
}
