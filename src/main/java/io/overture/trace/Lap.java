package io.overture.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that has been done, from its beginning to its end: a span in the making.
 *
 * @param links spans of other traces that it follows from
 * @param failure a word for why it came to nothing; null: it did not
 */
public record Lap(
        String name,
        SpanKind kind,
        Instant from,
        Instant to,
        Attributes said,
        List<SpanContext> links,
        @Nullable String failure) {

    public Lap {
        links = List.copyOf(links);
    }

    public static Lap of(String name, SpanKind kind, Instant from, Instant to, Attributes said) {
        return new Lap(name, kind, from, to, said, List.of(), null);
    }
}
