package io.overture.store;

/** A failure for the log: what it is and where it happened, without its words, which may quote what a visitor left. */
public final class Wordless extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Wordless(Throwable failure) {
        super(failure.getClass().getName(), null, false, true);
        setStackTrace(failure.getStackTrace());
    }

    public static Wordless of(Throwable failure) {
        return new Wordless(failure);
    }
}
