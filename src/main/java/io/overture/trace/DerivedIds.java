package io.overture.trace;

import io.opentelemetry.sdk.trace.IdGenerator;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Random ids, but for spans whose ids other nodes must be able to work out: {@link Traces} says them when it makes one. */
@Singleton
class DerivedIds implements IdGenerator {

    private final ThreadLocal<Place> next = new ThreadLocal<>();

    /** For the next span that this thread makes. */
    void expect(Place place) {
        next.set(place);
    }

    void made() {
        next.remove();
    }

    @Override
    public String generateTraceId() {
        var place = next.get();
        return place == null || place.trace() == null ? IdGenerator.random().generateTraceId() : place.trace();
    }

    @Override
    public String generateSpanId() {
        var place = next.get();
        return place == null || place.span() == null ? IdGenerator.random().generateSpanId() : place.span();
    }

    /** Where a span belongs; what is null is drawn. */
    record Place(@Nullable String trace, @Nullable String span) {}
}
