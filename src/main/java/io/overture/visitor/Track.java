package io.overture.visitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page load's trail: which items it viewed, and what happened on it without naming an item. The latter belongs to the
 * item viewed last at that instant, which a late batch can still change; so it is settled when it is read.
 */
public record Track(List<View> views, List<Loose> loose) {

    static final int MOST_VIEWS = 16;
    static final int MOST_LOOSE = 32;

    private static final PackedList.Form<View> VIEWS = new PackedList.Form<>(1) {
        @Override
        void write(View view, long[] to, int at) {
            to[at] = view.at().toEpochMilli();
        }

        @Override
        Object other(View view) {
            return view.item();
        }

        @Override
        View read(long[] from, int at, @Nullable Object item) {
            return new View(Instant.ofEpochMilli(from[at]), (String) Objects.requireNonNull(item));
        }
    };

    private static final PackedList.Form<Loose> LOOSE = new PackedList.Form<>(2) {
        @Override
        void write(Loose one, long[] to, int at) {
            to[at] = one.at().toEpochMilli();
            to[at + 1] = one.time().toMillis();
        }

        @Override
        @Nullable
        Object other(Loose one) {
            return one.topic();
        }

        @Override
        Loose read(long[] from, int at, @Nullable Object topic) {
            return new Loose(Instant.ofEpochMilli(from[at]), (String) topic, Duration.ofMillis(from[at + 1]));
        }
    };

    static final Track EMPTY = new Track(List.of(), List.of());

    /** An item viewed. */
    public record View(Instant at, String item) {}

    /** A look at a {@code topic}, or engaged {@code time} that ended at {@code at}. */
    public record Loose(Instant at, @Nullable String topic, Duration time) {}

    public Track {
        views = PackedList.copyOf(VIEWS, views);
        loose = PackedList.copyOf(LOOSE, loose);
    }

    Track viewed(String item, Instant at) {
        var next = PackedList.with(VIEWS, views, after(views, at.toEpochMilli()), new View(at, item));
        return new Track(next.size() > MOST_VIEWS ? PackedList.range(VIEWS, next, 1, next.size()) : next, loose);
    }

    Track plus(Loose one) {
        return new Track(
                views, PackedList.with(LOOSE, loose, after(loose, one.at().toEpochMilli()), one));
    }

    Track withoutOldestLoose() {
        return new Track(views, PackedList.range(LOOSE, loose, 1, loose.size()));
    }

    boolean isFull() {
        return loose.size() > MOST_LOOSE;
    }

    /** The item this page showed at an instant. */
    Optional<String> itemAt(Instant at) {
        return Optional.ofNullable(itemAt(at.toEpochMilli()));
    }

    /** The same at an epoch millisecond; null: none. */
    @Nullable
    String itemAt(long at) {
        int place = after(views, at);
        return place == 0 ? null : (String) PackedList.other(views, place - 1);
    }

    /** When a loose end was, in epoch milliseconds. */
    long looseAt(int index) {
        return PackedList.number(loose, index, 0);
    }

    /** The time a loose end lasted, in milliseconds. */
    long looseMillis(int index) {
        return PackedList.number(loose, index, 1);
    }

    @Nullable
    String looseTopic(int index) {
        return (String) PackedList.other(loose, index);
    }

    /** Where what happens at an instant stands, behind all that happened until then. */
    private static int after(List<?> oldestFirst, long at) {
        int place = oldestFirst.size();
        while (place > 0 && PackedList.number(oldestFirst, place - 1, 0) > at) {
            place--;
        }
        return place;
    }

    Instant touchedAt() {
        var view = views.isEmpty() ? Instant.EPOCH : views.getLast().at();
        var last = loose.isEmpty() ? Instant.EPOCH : loose.getLast().at();
        return Keep.later(view, last);
    }
}
