package io.overture.redis;

import org.jspecify.annotations.Nullable;

/**
 * The store did not do what was asked of it, for a {@link Reason}: Redis could not be asked, did not answer in time, or
 * refused; or it answered what this release cannot read. Whether a write arrived is not known.
 */
public class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** For {@link Reason#AWAY}. */
    public StoreUnavailable(String message) {
        this(Reason.AWAY, message);
    }

    public StoreUnavailable(Reason reason, String message) {
        this(reason, message, null);
    }

    protected StoreUnavailable(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
