package io.overture.store;

/** Redis could not be asked, did not answer in time, or refused. Whether a write arrived is not known. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** For {@link Reason#AWAY}. */
    public StoreUnavailable(String message) {
        this(Reason.AWAY, message);
    }

    public StoreUnavailable(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    StoreUnavailable(Reason reason, String message, Throwable cause) {
        super(message, cause, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
