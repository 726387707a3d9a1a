package io.overture.store;

/** Redis could not be asked, or did not answer in time. Whether a write arrived is not known. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message) {
        super(message, null, false, false);
    }

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
