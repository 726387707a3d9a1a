package io.overture.trace;

import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How something of a followed visitor came in.
 *
 * @param from the span of whoever sent it, by its {@code traceparent}; null when it named none
 */
public record Inbound(Instant at, @Nullable SpanContext from) {}
