package io.overture.trigger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions a book asks by themselves (its triggers', their boosts', and {@code never}), numbered from 0, and indexed
 * by the aspects that can change them: so that an event pays only for what it touches.
 */
public final class Roots {

    private final List<Condition> conditions;
    private final Map<Condition, Integer> numbers = new IdentityHashMap<>();
    private final Map<Aspect, int[]> byAspect = new EnumMap<>(Aspect.class);

    private Roots(List<Condition> conditions) {
        this.conditions = List.copyOf(conditions);
        for (int number = 0; number < conditions.size(); number++) {
            numbers.put(conditions.get(number), number);
        }
        var aspects = conditions.stream().map(Condition::aspects).toList();
        for (var aspect : Aspect.values()) {
            var touched = numbers.values().stream()
                    .filter(number -> aspects.get(number).contains(aspect))
                    .mapToInt(Integer::intValue)
                    .toArray();
            byAspect.put(aspect, touched);
        }
    }

    static Roots of(Limits limits, List<Trigger> triggers) {
        var all = new ArrayList<Condition>();
        for (var trigger : triggers) {
            all.add(trigger.when());
            trigger.boosts().forEach(boost -> all.add(boost.when()));
        }
        if (limits.never() != null) {
            all.add(limits.never());
        }
        return new Roots(all);
    }

    public int size() {
        return conditions.size();
    }

    public Condition get(int number) {
        return conditions.get(number);
    }

    /** The number of one of them, found by identity. */
    public int number(Condition root) {
        var number = numbers.get(root);
        if (number == null) {
            throw new IllegalArgumentException("not a condition of this book");
        }
        return number;
    }

    /** The numbers of those that look at an aspect; not to be written to. */
    public int[] touchedBy(Aspect aspect) {
        return byAspect.getOrDefault(aspect, new int[0]);
    }
}
