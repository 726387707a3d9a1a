package io.overture.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TracerProvider;
import io.overture.visitor.VisitorKey;
import java.time.InstantSource;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every node works out the same, and nobody is followed by accident. */
class LandmarksTest {

    private static final VisitorKey ADA = VisitorKey.of("demo", "ada");
    private static final VisitorKey IDA = VisitorKey.of("demo", "ida");

    @Test
    void what_is_about_something_else_is_another_span_of_another_trace() {
        var all = Stream.of(
                Landmarks.journey(ADA, "offer-1"),
                Landmarks.journey(ADA, "offer-2"),
                Landmarks.journey(IDA, "offer-1"),
                Landmarks.step(ADA, 1),
                Landmarks.step(ADA, 2),
                Landmarks.step(IDA, 1));

        assertThat(all)
                .allMatch(SpanContext::isValid)
                .allMatch(SpanContext::isSampled)
                .extracting(SpanContext::getTraceId)
                .doesNotHaveDuplicates();
        assertThat(Landmarks.journey(ADA, "offer-1")).isEqualTo(Landmarks.journey(ADA, "offer-1"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.5})
    void as_many_are_followed_as_was_asked_for(double share) {
        var traces = traces(share);
        int all = 20_000;

        long followed = IntStream.range(0, all)
                .mapToObj(each -> VisitorKey.of("demo", "visitor-" + each))
                .filter(traces::follows)
                .count();

        assertThat((double) followed / all).isBetween(share * 0.75, share * 1.25);
    }

    @Test
    void all_are_followed_or_nobody() {
        var visitors = IntStream.range(0, 1_000).mapToObj(each -> VisitorKey.of("demo", "visitor-" + each));

        assertThat(visitors).allMatch(traces(1)::follows).noneMatch(Traces.OFF::follows);
        assertThat(Traces.OFF.inbound(ADA)).isNull();
    }

    @Test
    void a_traceparent_is_read_as_it_is_written_and_nothing_else_is() {
        var span = Landmarks.journey(ADA, "offer-1");

        assertThat(Traceparent.read(Traceparent.of(span))).contains(span);
        assertThat(Traceparent.read(null)).isEmpty();
        assertThat(Traceparent.read("00-zz-00f067aa0ba902b7-01")).isEmpty();
        assertThat(Traceparent.read("00-00000000000000000000000000000000-00f067aa0ba902b7-01"))
                .isEmpty();
    }

    private static Traces traces(double share) {
        return new Traces(TracerProvider.noop().get(""), new DerivedIds(), share, InstantSource.system());
    }
}
