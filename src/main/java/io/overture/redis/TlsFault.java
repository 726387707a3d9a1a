package io.overture.redis;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;

/**
 * Why a connection by TLS did not come about, in the words of whoever refused: an authority nobody vouches for, a name
 * that does not match, an end that is past. They name hosts and dates, and nothing secret.
 */
public final class TlsFault {

    private TlsFault() {}

    /** Empty: it was something else. */
    public static Optional<String> of(Throwable failure) {
        boolean isTls = false;
        var last = failure;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            isTls |= each instanceof SSLException;
            last = each;
        }
        return isTls ? Optional.of("TLS: " + said(last)) : Optional.empty();
    }

    /**
     * Either what TLS says of it, or its kind, which is the name of its class, beneath whatever a future wrapped it in. Not
     * its message: an address may hold more than its host.
     */
    public static String orKind(Throwable failure) {
        return of(failure).orElseGet(() -> unwrapped(failure).getClass().getSimpleName());
    }

    /** Either what TLS says of it, or its own words. */
    static String orElse(Throwable failure) {
        return of(failure).orElseGet(() -> String.valueOf(failure.getMessage()));
    }

    private static Throwable unwrapped(Throwable failure) {
        var cause = failure.getCause();
        boolean isWrapper = failure instanceof CompletionException || failure instanceof ExecutionException;
        return isWrapper && cause != null ? unwrapped(cause) : failure;
    }

    private static String said(Throwable cause) {
        var words = String.valueOf(cause.getMessage());
        return switch (cause) {
            case CertificateExpiredException expired -> "the certificate has expired (" + words + ")";
            case CertificateNotYetValidException early -> "the certificate is not valid yet (" + words + ")";
            default -> words;
        };
    }
}
