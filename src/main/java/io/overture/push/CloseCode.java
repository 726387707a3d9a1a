package io.overture.push;

import java.util.Locale;

/**
 * Why the service ends a socket. Whether the browser comes back follows from the code alone.
 *
 * <pre>
 *   1012, 1013         later, elsewhere if there is an elsewhere
 *   4400, 4401, 4403   never: another attempt would meet the same answer
 *   4408, 4429         with patience
 * </pre>
 */
public enum CloseCode {
    RESTARTING(1012, "restarting"),
    TRY_LATER(1013, "try later"),
    NOT_UNDERSTOOD(4400, "not understood"),
    NOT_GREETED(4401, "no hello"),
    REFUSED(4403, "refused"),
    SILENT(4408, "silent"),
    TOO_FAST(4429, "too fast");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    /** The word for it in metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
