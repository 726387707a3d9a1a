package io.overture.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A span as the header {@code traceparent} has it. Source: W3C Trace Context, section 3.2. */
public final class Traceparent {

    public static final String HEADER = "traceparent";

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private Traceparent() {}

    /** Empty when it is not well-formed. */
    public static Optional<SpanContext> read(@Nullable String text) {
        return text == null
                ? Optional.empty()
                : Optional.of(Span.fromContext(W3C.extract(Context.root(), text, Alone.INSTANCE))
                                .getSpanContext())
                        .filter(SpanContext::isValid);
    }

    public static String of(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }

    /** The text is the one header there is. */
    private enum Alone implements TextMapGetter<String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return HEADER.equals(key) ? carrier : null;
        }
    }
}
