package io.overture.journal;

/** Redis' {@code <milliseconds>-<number>}, the place of a record in a stream. */
record StreamId(long millis, long number) implements Comparable<StreamId> {

    /** Before the first there can be. */
    static final StreamId ZERO = new StreamId(0, 0);

    static StreamId parse(String text) {
        int dash = text.indexOf('-');
        return new StreamId(Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
    }

    @Override
    public int compareTo(StreamId other) {
        int byTime = Long.compare(millis, other.millis);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return millis + "-" + number;
    }
}
