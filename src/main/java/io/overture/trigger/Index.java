package io.overture.trigger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each root of a book rests on: from a part of a visitor to the literals that look at it, and from a literal to the
 * roots that read it, so that a step pays for what changed and not for the book. See ADR 24.
 */
final class Index {

    private static final int[] NOBODY = new int[0];

    private final List<Literal> literals;
    private final List<Formula> roots;
    private final int[][] readBy;
    private final int[][] guards;
    private final BitSet unguarded = new BitSet();
    private final Map<Aspect, On> byAspect = new EnumMap<>(Aspect.class);
    private final Values atFirst;

    /** Literals that look at an aspect: at all of it, or at what it holds under a key. */
    private record On(int[] whole, Map<Object, int[]> byKey, Object[] keys) {}

    Index(List<Condition> conditions) {
        var numbers = new LinkedHashMap<Literal, Integer>();
        this.roots = conditions.stream()
                .map(root -> Formula.of(root, false, literal -> {
                    var number = numbers.putIfAbsent(literal, numbers.size());
                    return number == null ? numbers.size() - 1 : number;
                }))
                .toList();
        this.literals = List.copyOf(numbers.keySet());
        this.readBy = new int[literals.size()][];
        this.guards = new int[literals.size()][];
        indexRoots();
        indexAspects();
        this.atFirst = atFirst();
    }

    private void indexRoots() {
        var readers = lists(literals.size());
        var guarded = lists(literals.size());
        for (int root = 0; root < roots.size(); root++) {
            int number = root;
            read(roots.get(root)).stream()
                    .forEach(literal -> readers.get(literal).add(number));
            var guard = roots.get(root).guard();
            if (guard == null) {
                unguarded.set(root);
            } else {
                guard.literals().stream()
                        .forEach(literal -> guarded.get(literal).add(number));
            }
        }
        for (int literal = 0; literal < literals.size(); literal++) {
            readBy[literal] = array(readers.get(literal));
            guards[literal] = array(guarded.get(literal));
        }
    }

    private static BitSet read(Formula formula) {
        var read = new BitSet();
        switch (formula) {
            case Formula.Is is -> read.set(is.number());
            case Formula.All all -> all.parts().forEach(part -> read.or(read(part)));
            case Formula.Any any -> any.parts().forEach(part -> read.or(read(part)));
        }
        return read;
    }

    private void indexAspects() {
        for (var aspect : Aspect.values()) {
            var whole = new ArrayList<Integer>();
            var byKey = new HashMap<Object, List<Integer>>();
            for (int literal = 0; literal < literals.size(); literal++) {
                for (var dependency : literals.get(literal).leaf().dependencies()) {
                    if (dependency.aspect() == aspect) {
                        var key = dependency.key();
                        (key == null ? whole : byKey.computeIfAbsent(key, _ -> new ArrayList<>())).add(literal);
                    }
                }
            }
            var arrays = new HashMap<Object, int[]>();
            byKey.forEach((key, some) -> arrays.put(key, array(some)));
            byAspect.put(aspect, new On(array(whole), arrays, arrays.keySet().toArray()));
        }
    }

    private Values atFirst() {
        var changes = new Values.Changes();
        for (int root = 0; root < roots.size(); root++) {
            var spans = roots.get(root).of(Values.USUAL);
            if (!spans.isNever()) {
                changes.add(root, spans);
            }
        }
        return Values.USUAL.with(changes);
    }

    int literals() {
        return literals.size();
    }

    int roots() {
        return roots.size();
    }

    Literal literal(int number) {
        return literals.get(number);
    }

    Formula root(int number) {
        return roots.get(number);
    }

    /** The roots that read a literal; not to be written to. */
    int[] readBy(int literal) {
        return readBy[literal];
    }

    /** When the roots hold while every literal is as of somebody who has done nothing. */
    Values rootsAtFirst() {
        return atFirst;
    }

    /** The roots that may hold at all: the others read, each, literals of which one must hold and none does. */
    BitSet possible(Values known) {
        // Not a clone: that trims the original, which many threads read.
        var possible = new BitSet(roots.size());
        possible.or(unguarded);
        for (int i = 0; i < known.size(); i++) {
            for (int root : guards[known.number(i)]) {
                possible.set(root);
            }
        }
        return possible;
    }

    /** Those that look at all of an aspect; not to be written to. */
    int[] whole(Aspect aspect) {
        return on(aspect).whole;
    }

    /** Those that look at what an aspect holds under a key; not to be written to. */
    int[] under(Aspect aspect, Object key) {
        return on(aspect).byKey.getOrDefault(key, NOBODY);
    }

    /** Every key of an aspect that is looked at; not to be written to. */
    Object[] keys(Aspect aspect) {
        return on(aspect).keys;
    }

    private On on(Aspect aspect) {
        var on = byAspect.get(aspect);
        if (on == null) {
            throw new IllegalStateException("every aspect is indexed");
        }
        return on;
    }

    private static List<List<Integer>> lists(int size) {
        var lists = new ArrayList<List<Integer>>(size);
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static int[] array(List<Integer> numbers) {
        var array = new int[numbers.size()];
        Arrays.setAll(array, numbers::get);
        return array;
    }
}
