package io.overture.store;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Texts, numbered in the order in which they came: a hash table that allocates nothing for a text. Visitors choose most of
 * these, so texts that were made to share a hash code are told apart by a hash that nobody can foresee.
 */
final class TextTable {

    private static final int USUAL = 256;

    /** Half full at most, a table as good as never has so many in a row whose hash codes came about by chance. */
    private static final int MOST_IN_A_ROW = 48;

    private @Nullable String[] slots = new String[USUAL];
    private int[] numbers = new int[USUAL];
    private int size;
    /** Of the hash by which texts are found; 0: by their hash codes. */
    private int multiplier;

    int size() {
        return size;
    }

    /** Its number, from 0; negative: it has not come yet. */
    int find(String text) {
        int slot = slot(text);
        return slots[slot] == null ? -1 : numbers[slot];
    }

    /** Of one that has not come yet. */
    void add(String text) {
        if (2 * (size + 1) > slots.length) {
            arrange(2 * slots.length);
        }
        put(text, size++);
    }

    void forget() {
        if (slots.length > USUAL) {
            slots = new String[USUAL];
            numbers = new int[USUAL];
        } else if (size > 0) {
            Arrays.fill(slots, null);
        }
        size = 0;
        multiplier = 0;
    }

    private void put(String text, int number) {
        int slot = slot(text);
        slots[slot] = text;
        numbers[slot] = number;
    }

    /** Where it is, or where it would be. */
    private int slot(String text) {
        int mask = slots.length - 1;
        int slot = hash(text) & mask;
        for (int i = 0; ; i++) {
            var there = slots[slot];
            if (there == null || there.equals(text)) {
                return slot;
            }
            if (i == MOST_IN_A_ROW && multiplier == 0) {
                multiplier = new SplittableRandom().nextInt() | 1;
                arrange(slots.length);
                return slot(text);
            }
            slot = slot + 1 & mask;
        }
    }

    private int hash(String text) {
        int hash = multiplier == 0 ? text.hashCode() : unforeseen(text);
        return hash ^ hash >>> Short.SIZE;
    }

    private int unforeseen(String text) {
        int hash = multiplier;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * multiplier;
            hash ^= hash >>> Short.SIZE;
        }
        return hash;
    }

    private void arrange(int length) {
        var texts = slots;
        var had = numbers;
        slots = new String[length];
        numbers = new int[length];
        for (int i = 0; i < texts.length; i++) {
            var text = texts[i];
            if (text != null) {
                put(text, had[i]);
            }
        }
    }
}
