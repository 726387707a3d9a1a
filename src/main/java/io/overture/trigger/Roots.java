package io.overture.trigger;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions a book asks by themselves (its triggers', their boosts', and {@code never}), numbered from 0 in its order. */
final class Roots {

    private final Map<Condition, Integer> numbers = new IdentityHashMap<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final @Nullable Trigger[] triggers;
    private final Index index;

    Roots(Limits limits, List<Trigger> all) {
        var whose = new ArrayList<@Nullable Trigger>();
        for (var trigger : all) {
            add(trigger.when());
            whose.add(trigger);
            for (var boost : trigger.boosts()) {
                add(boost.when());
                whose.add(null);
            }
        }
        if (limits.never() != null) {
            add(limits.never());
            whose.add(null);
        }
        this.triggers = whose.toArray(new @Nullable Trigger[0]);
        this.index = new Index(conditions);
    }

    private void add(Condition root) {
        numbers.put(root, conditions.size());
        conditions.add(root);
    }

    Index index() {
        return index;
    }

    /** The number of one of them, found by identity; of the last of those that are the same. */
    int number(Condition root) {
        var number = numbers.get(root);
        if (number == null) {
            throw new IllegalArgumentException("not a condition of this book");
        }
        return number;
    }

    /** The trigger whose condition it is; null: a boost's, or {@code never}. */
    @Nullable
    Trigger trigger(int root) {
        return triggers[root];
    }
}
