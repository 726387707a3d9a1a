package io.overture.visitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page load's trail: which items it viewed, and what happened on it without naming an item. The latter belongs to the
 * item viewed last at that instant, which a late batch can still change; so it is settled when it is read.
 */
public record Track(List<View> views, List<Loose> loose) {

    static final int MOST_VIEWS = 16;
    static final int MOST_LOOSE = 32;
    static final Track EMPTY = new Track(List.of(), List.of());

    /** An item viewed. */
    public record View(Instant at, String item) {}

    /** A look at a {@code topic}, or engaged {@code time} that ended at {@code at}. */
    public record Loose(Instant at, @Nullable String topic, Duration time) {}

    public Track {
        views = List.copyOf(views);
        loose = List.copyOf(loose);
    }

    Track viewed(String item, Instant at) {
        var next = new ArrayList<>(views);
        next.add(new View(at, item));
        next.sort(Comparator.comparing(View::at));
        return new Track(next.size() > MOST_VIEWS ? next.subList(1, next.size()) : next, loose);
    }

    Track plus(Loose one) {
        var next = new ArrayList<>(loose);
        next.add(one);
        next.sort(Comparator.comparing(Loose::at));
        return new Track(views, next);
    }

    Track withoutOldestLoose() {
        return new Track(views, loose.subList(1, loose.size()));
    }

    boolean isFull() {
        return loose.size() > MOST_LOOSE;
    }

    /** The item this page showed at an instant. */
    Optional<String> itemAt(Instant at) {
        String shown = null;
        for (var view : views) {
            if (view.at().isAfter(at)) {
                break;
            }
            shown = view.item();
        }
        return Optional.ofNullable(shown);
    }

    Instant touchedAt() {
        var view = views.isEmpty() ? Instant.EPOCH : views.getLast().at();
        var last = loose.isEmpty() ? Instant.EPOCH : loose.getLast().at();
        return Keep.later(view, last);
    }
}
