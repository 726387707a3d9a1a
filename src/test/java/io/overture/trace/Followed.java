package io.overture.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Traces of everybody, for tests that look at what is given to others. */
public final class Followed {

    private Followed() {}

    public static Traces all() {
        return all(span -> {});
    }

    /** @param told of each span that has ended */
    public static Traces all(Consumer<SpanData> told) {
        var ids = new DerivedIds();
        var provider = SdkTracerProvider.builder()
                .setIdGenerator(ids)
                .addSpanProcessor(new Ended(told))
                .build();
        return new Traces(provider.get("test"), ids, 1, InstantSource.system());
    }

    private record Ended(Consumer<SpanData> told) implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            // Only its end is told.
        }

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            told.accept(span.toSpanData());
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }
}
