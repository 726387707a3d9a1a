package io.overture.visitor;

/**
 * Which of a source's batches have been folded: the highest number, and a window of the 64 behind it.
 *
 * @param behind bit {@code i} stands for {@code highest - 1 - i}
 */
public record Seqs(long highest, long behind) {

    public static final int WINDOW = 64;
    public static final Seqs NONE = new Seqs(0, 0);

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
            return new Seqs(highest, behind | 1L << (highest - seq - 1));
        }
        if (seq == highest) {
            return this;
        }
        long shift = seq - highest;
        long moved = shift >= WINDOW ? 0 : behind << shift;
        long former = highest == 0 || shift > WINDOW ? 0 : 1L << (shift - 1);
        return new Seqs(seq, moved | former);
    }
}
