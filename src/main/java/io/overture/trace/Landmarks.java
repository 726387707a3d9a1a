package io.overture.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.overture.visitor.VisitorKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Spans that every node can name without having been told of them: 16 bytes of SHA-256 for the trace, and the next 8 for
 * the span. Nobody can work out from it whom it is about.
 */
final class Landmarks {

    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private Landmarks() {}

    /** The step that began what came of an invitation or of a request, by its id. */
    static SpanContext journey(VisitorKey about, String id) {
        return of("journey\n" + about.member() + "\n" + id);
    }

    /** The step whose commit had that nonce, which the visitor's next step finds with what it left. */
    static SpanContext step(VisitorKey about, long nonce) {
        return of("step\n" + about.member() + "\n" + nonce);
    }

    private static SpanContext of(String text) {
        var digest = sha256(text);
        return SpanContext.createFromRemoteParent(
                HexFormat.of().formatHex(digest, 0, TRACE_BYTES),
                HexFormat.of().formatHex(Arrays.copyOfRange(digest, TRACE_BYTES, TRACE_BYTES + SPAN_BYTES)),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
