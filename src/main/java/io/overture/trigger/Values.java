package io.overture.trigger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Spans by number, of those numbers only whose spans are not the usual ones. Immutable, and shared from step to step. */
final class Values {

    static final Values USUAL = new Values(new int[0], new Spans[0]);

    private final int[] numbers;
    private final Spans[] spans;

    private Values(int[] numbers, Spans[] spans) {
        this.numbers = numbers;
        this.spans = spans;
    }

    /** Null: the usual. */
    @Nullable
    Spans at(int number) {
        int place = Arrays.binarySearch(numbers, number);
        return place < 0 ? null : spans[place];
    }

    int size() {
        return numbers.length;
    }

    /** The {@code i}-th number that is not as usual, ascending from 0. */
    int number(int i) {
        return numbers[i];
    }

    /** What replaces some of them, in the making; to be told in ascending order. */
    static final class Changes {
        private static final int USUAL_SIZE = 8;

        /** Made with the first: most steps change none. */
        private int[] numbers = USUAL.numbers;

        private @Nullable Spans[] spans = USUAL.spans;
        private int size;

        /** @param next null: the usual */
        void add(int number, @Nullable Spans next) {
            if (size == numbers.length) {
                int room = Math.max(USUAL_SIZE, 2 * size);
                numbers = Arrays.copyOf(numbers, room);
                spans = Arrays.copyOf(spans, room);
            }
            numbers[size] = number;
            spans[size++] = next;
        }
    }

    Values with(Changes changes) {
        if (changes.size == 0) {
            return this;
        }
        var nextNumbers = new int[numbers.length + changes.size];
        var nextSpans = new Spans[numbers.length + changes.size];
        int size = 0;
        int i = 0;
        for (int j = 0; j <= changes.size; j++) {
            int until = j == changes.size ? Integer.MAX_VALUE : changes.numbers[j];
            while (i < numbers.length && numbers[i] < until) {
                nextNumbers[size] = numbers[i];
                nextSpans[size++] = spans[i++];
            }
            if (i < numbers.length && numbers[i] == until) {
                i++;
            }
            var next = j == changes.size ? null : changes.spans[j];
            if (next != null) {
                nextNumbers[size] = until;
                nextSpans[size++] = next;
            }
        }
        return new Values(
                size == nextNumbers.length ? nextNumbers : Arrays.copyOf(nextNumbers, size),
                size == nextSpans.length ? nextSpans : Arrays.copyOf(nextSpans, size));
    }
}
