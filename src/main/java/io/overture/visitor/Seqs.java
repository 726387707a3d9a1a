package io.overture.visitor;

import java.util.stream.IntStream;

/**
 * Which of a source's batches have been folded: the highest number, and a window of the 64 behind it.
 *
 * @param behind bit {@code i} stands for {@code highest - 1 - i}
 */
public record Seqs(long highest, long behind) {

    public static final int WINDOW = 64;
    public static final Seqs NONE = new Seqs(0, 0);

    /** Of a page whose batches came without a gap, which is usual: one for all, by the highest number. */
    private static final Seqs[] WITHOUT_GAP = IntStream.rangeClosed(0, WINDOW)
            .mapToObj(highest -> new Seqs(highest, withoutGap(highest)))
            .toArray(Seqs[]::new);

    public static Seqs of(long highest, long behind) {
        return highest >= 0 && highest <= WINDOW && behind == withoutGap(highest)
                ? WITHOUT_GAP[(int) highest]
                : new Seqs(highest, behind);
    }

    private static long withoutGap(long highest) {
        return highest < 2 ? 0 : -1L >>> (WINDOW + 1 - highest);
    }

    /** What becomes of a batch. */
    public enum Standing {
        NEW,
        REPEATED,
        TOO_FAR_BEHIND
    }

    public Standing standing(long seq) {
        if (seq > highest) {
            return Standing.NEW;
        }
        long distance = highest - seq;
        if (distance == 0) {
            return Standing.REPEATED;
        }
        if (distance > WINDOW) {
            return Standing.TOO_FAR_BEHIND;
        }
        return (behind >>> (distance - 1) & 1) == 0 ? Standing.NEW : Standing.REPEATED;
    }

    public Seqs plus(long seq) {
        if (seq < highest) {
            return of(highest, behind | 1L << (highest - seq - 1));
        }
        if (seq == highest) {
            return this;
        }
        long shift = seq - highest;
        long moved = shift >= WINDOW ? 0 : behind << shift;
        long former = highest == 0 || shift > WINDOW ? 0 : 1L << (shift - 1);
        return of(seq, moved | former);
    }
}
