package io.overture.advisor;

import io.overture.desk.Boutique;
import io.overture.desk.Here;
import io.overture.visitor.VisitorKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much of the boutique one console sees, and what it was shown last: after the first look only what differs. */
final class Window {

    /** Until a console says how many it wants to see. */
    static final int USUAL = 60;

    private int most = USUAL;
    private boolean open;
    private boolean full;
    private boolean resized;
    private long version;
    private Map<VisitorKey, Here> shown = Map.of();

    /** @param gone handles of those who are not in view any more */
    record Change(boolean full, List<Here> here, List<String> gone) {
        Change {
            here = List.copyOf(here);
            gone = List.copyOf(gone);
        }

        boolean isNothing() {
            return !full && here.isEmpty() && gone.isEmpty();
        }
    }

    synchronized void widen(int next) {
        if (most != next) {
            most = next;
            resized = true;
        }
    }

    synchronized int most() {
        return most;
    }

    /** From now on it is looked through, and the next look is a full one. */
    synchronized void open() {
        open = true;
        full = true;
    }

    /** Empty: nothing it shows has changed, or nobody looks through it yet. */
    synchronized Optional<Change> next(Boutique.View view) {
        if (!open || !full && !resized && view.version() == version) {
            return Optional.empty();
        }
        var now = new LinkedHashMap<VisitorKey, Here>();
        view.here().stream().limit(most).forEach(each -> now.put(each.who(), each));
        var before = full ? Map.<VisitorKey, Here>of() : shown;
        var here = now.values().stream()
                .filter(each -> !each.equals(before.get(each.who())))
                .toList();
        var gone = before.keySet().stream()
                .filter(each -> !now.containsKey(each))
                .map(each -> each.handle().value())
                .toList();
        var change = new Change(full, here, gone);
        full = false;
        resized = false;
        version = view.version();
        shown = now;
        return change.isNothing() ? Optional.empty() : Optional.of(change);
    }
}
