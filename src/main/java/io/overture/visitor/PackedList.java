package io.overture.visitor;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Elements that are a few numbers and perhaps one object: the numbers of all in one array, the objects, where there are any,
 * in another. An element is made when it is asked for.
 */
final class PackedList<E> extends FixedList<E> {

    /** How elements are taken apart and made. Instants and durations are in milliseconds, as they are stored. */
    abstract static class Form<E> {

        private final int width;

        /** @param width how many numbers an element has, 1 or more */
        Form(int width) {
            this.width = width;
        }

        /** Writes the numbers of an element to an array from a place on. */
        abstract void write(E element, long[] to, int at);

        /** What an element has beside its numbers. */
        @Nullable
        Object other(E element) {
            return null;
        }

        abstract E read(long[] from, int at, @Nullable Object other);
    }

    private static final @Nullable Object[] NO_OTHERS = {};

    private final Form<E> form;
    private final long[] numbers;
    private final @Nullable Object[] others;

    private PackedList(Form<E> form, long[] numbers, @Nullable Object[] others) {
        this.form = form;
        this.numbers = numbers;
        this.others = others;
    }

    static <E> List<E> copyOf(Form<E> form, List<E> list) {
        return isOne(list) ? list : list.isEmpty() ? List.of() : packed(form, list);
    }

    /** Of elements that are numbers alone, one after the other; the array must not be written to any more. */
    static <E> List<E> of(Form<E> form, long[] numbers) {
        return new PackedList<>(form, numbers, NO_OTHERS);
    }

    static boolean isOne(List<?> list) {
        return list instanceof PackedList || list == List.of();
    }

    private static <E> PackedList<E> packed(Form<E> form, List<E> list) {
        if (list instanceof PackedList<E> same) {
            return same;
        }
        var numbers = new long[list.size() * form.width];
        @Nullable Object[] others = NO_OTHERS;
        for (int i = 0; i < list.size(); i++) {
            form.write(list.get(i), numbers, i * form.width);
            others = set(others, i, form.other(list.get(i)), list.size());
        }
        return new PackedList<>(form, numbers, others);
    }

    private static @Nullable Object[] set(@Nullable Object[] others, int i, @Nullable Object other, int size) {
        if (other == null) {
            return others;
        }
        var next = others == NO_OTHERS ? new @Nullable Object[size] : others;
        next[i] = other;
        return next;
    }

    /** With one element more, at a place. */
    static <E> List<E> with(Form<E> form, List<E> list, int place, E added) {
        var had = packed(form, list);
        int width = form.width;
        var numbers = new long[had.numbers.length + width];
        System.arraycopy(had.numbers, 0, numbers, 0, place * width);
        form.write(added, numbers, place * width);
        System.arraycopy(had.numbers, place * width, numbers, (place + 1) * width, (had.size() - place) * width);
        var other = form.other(added);
        if (other == null && had.others == NO_OTHERS) {
            return new PackedList<>(form, numbers, NO_OTHERS);
        }
        var others = new @Nullable Object[had.size() + 1];
        if (had.others != NO_OTHERS) {
            System.arraycopy(had.others, 0, others, 0, place);
            System.arraycopy(had.others, place, others, place + 1, had.size() - place);
        }
        others[place] = other;
        return new PackedList<>(form, numbers, others);
    }

    /** Those from a place on, up to another. */
    static <E> List<E> range(Form<E> form, List<E> list, int from, int to) {
        if (from == to) {
            return List.of();
        }
        if (to - from == list.size()) {
            return list;
        }
        var had = packed(form, list);
        var others = isNone(had.others, from, to) ? NO_OTHERS : Arrays.copyOfRange(had.others, from, to);
        return new PackedList<>(form, Arrays.copyOfRange(had.numbers, from * form.width, to * form.width), others);
    }

    /** Where no element has an object beside its numbers, there is no array of them: equal lists have equal arrays. */
    private static boolean isNone(@Nullable Object[] others, int from, int to) {
        if (others != NO_OTHERS) {
            for (int i = from; i < to; i++) {
                if (others[i] != null) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A number of an element of a list that is {@linkplain #isOne one of these}, without making it. */
    static long number(List<?> list, int index, int which) {
        var packed = (PackedList<?>) list;
        return packed.numbers[index * packed.form.width + which];
    }

    /** What an element of such a list has beside its numbers, without making it. */
    static @Nullable Object other(List<?> list, int index) {
        var packed = (PackedList<?>) list;
        return packed.others == NO_OTHERS ? null : packed.others[index];
    }

    @Override
    public E get(int index) {
        Objects.checkIndex(index, size());
        return form.read(numbers, index * form.width, others == NO_OTHERS ? null : others[index]);
    }

    @Override
    public int size() {
        return numbers.length / form.width;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackedList<?> same && form == same.form
                ? Arrays.equals(numbers, same.numbers) && Arrays.equals(others, same.others)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
