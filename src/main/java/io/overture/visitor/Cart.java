package io.overture.visitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cart as events tell it: the lines it was last said to hold, and the changes since, in the order they happened.
 *
 * @param lines as of {@code asOf}, at most 100
 * @param asOf changes older than this are ignored
 * @param emptied when it was last emptied, up to {@code asOf}
 * @param changes since, oldest first, at most 100
 */
public record Cart(List<Line> lines, Instant asOf, @Nullable Instant emptied, List<Change> changes) {

    public static final int MOST_LINES = 100;
    public static final int MOST_CHANGES = 100;
    public static final Cart EMPTY = new Cart(List.of(), Instant.EPOCH, null, List.of());

    /** One line more, or so much of it less. */
    public record Change(Instant at, boolean added, Line line) {}

    public Cart {
        lines = List.copyOf(lines);
        changes = List.copyOf(changes);
    }

    Cart changed(List<Line> by, boolean added, Instant at) {
        if (at.isBefore(asOf) || by.isEmpty()) {
            return this;
        }
        var next = new ArrayList<>(changes);
        by.forEach(line -> next.add(new Change(at, added, line)));
        next.sort(Comparator.comparing(Change::at));
        if (next.size() <= MOST_CHANGES) {
            return new Cart(lines, asOf, emptied, next);
        }
        int tooMany = next.size() - MOST_CHANGES;
        var settled = new Cart(lines, asOf, emptied, next.subList(0, tooMany)).now();
        return new Cart(settled.lines, next.get(tooMany - 1).at(), settled.emptied, next.subList(tooMany, next.size()));
    }

    Cart replaced(List<Line> whole, Instant at) {
        if (at.isBefore(asOf)) {
            return this;
        }
        var merged = new LinkedHashMap<String, Line>();
        whole.forEach(line -> put(merged, line));
        var since = changes.stream().filter(change -> change.at().isAfter(at)).toList();
        return new Cart(List.copyOf(merged.values()), at, merged.isEmpty() ? at : emptiedBy(at), since);
    }

    /** The same with every change made: {@code lines} are what it holds, {@code emptied} when it last held nothing. */
    public Cart now() {
        if (changes.isEmpty()) {
            return this;
        }
        var held = new LinkedHashMap<String, Line>();
        lines.forEach(line -> held.put(line.item().id(), line));
        var lastEmptied = emptied;
        for (var change : changes) {
            if (change.added()) {
                put(held, change.line());
            } else if (take(held, change.line()) && held.isEmpty()) {
                lastEmptied = change.at();
            }
        }
        return new Cart(List.copyOf(held.values()), asOf, lastEmptied, List.of());
    }

    /** An equal one of the items that she viewed. */
    public Cart sharing(Attention viewed) {
        if (lines.isEmpty() && changes.isEmpty()) {
            return this;
        }
        return new Cart(
                lines.stream().map(line -> line.sharing(viewed)).toList(),
                asOf,
                emptied,
                changes.stream()
                        .map(change -> new Change(
                                change.at(), change.added(), change.line().sharing(viewed)))
                        .toList());
    }

    /** Settled, with the half of its lines that came last. */
    Cart fewer() {
        if (lines.isEmpty() && changes.isEmpty()) {
            return this;
        }
        var settled = now();
        var until = changes.isEmpty() ? asOf : changes.getLast().at();
        return new Cart(
                changes.isEmpty() ? Keep.half(settled.lines) : settled.lines, until, settled.emptied, List.of());
    }

    /** Whether anything was ever said of it. */
    public boolean isUntouched() {
        return asOf.equals(Instant.EPOCH) && changes.isEmpty();
    }

    private @Nullable Instant emptiedBy(Instant at) {
        var before = changes.stream().filter(change -> !change.at().isAfter(at)).toList();
        return new Cart(lines, asOf, emptied, before).now().emptied;
    }

    private static void put(Map<String, Line> held, Line line) {
        var id = line.item().id();
        if (held.containsKey(id) || held.size() < MOST_LINES) {
            held.merge(id, line, Line::plus);
        }
    }

    private static boolean take(Map<String, Line> held, Line line) {
        var id = line.item().id();
        var had = held.get(id);
        if (had == null) {
            return false;
        }
        var left = had.minus(line.quantity());
        if (left.isNothing()) {
            held.remove(id);
        } else {
            held.put(id, left);
        }
        return true;
    }
}
