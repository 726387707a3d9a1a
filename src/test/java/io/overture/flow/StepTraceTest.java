package io.overture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.engine.Step;
import io.overture.store.Commit;
import io.overture.store.Stored;
import io.overture.trace.Followed;
import io.overture.trace.Traces;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same visitor's steps, and the alarms they leave. */
class StepTraceTest {

    private static final VisitorKey ADA = VisitorKey.of("demo", "ada");
    private static final Instant SOON = Instant.parse("2026-11-30T10:00:00Z");
    private static final Instant LATER = SOON.plusSeconds(8);

    private final List<SpanData> told = new ArrayList<>();
    private final Traces traces = Followed.all(told::add);
    private @Nullable Stored stored;

    @Test
    void steps_that_leave_the_same_alarm_are_spans_of_their_own_and_it_is_linked_with_the_latest() {
        step(1, LATER);
        step(2, SOON);
        step(3, LATER);
        step(4, LATER.plusSeconds(60));

        var steps = named("step");
        assertThat(steps)
                .hasSize(4)
                .extracting(each -> each.getTraceId() + "/" + each.getSpanId())
                .doesNotHaveDuplicates();
        assertThat(named("alarm").getLast().getLinks())
                .singleElement()
                .satisfies(link -> assertThat(link.getSpanContext())
                        .extracting(span -> span.getTraceId() + "/" + span.getSpanId())
                        .isEqualTo(
                                steps.get(2).getTraceId() + "/" + steps.get(2).getSpanId()));
    }

    @Test
    void a_step_that_leaves_an_alarm_as_it_was_is_linked_with_as_well() {
        step(1, LATER);
        step(2, LATER);
        step(3, LATER.plusSeconds(60));

        assertThat(named("alarm").getLast().getLinks())
                .singleElement()
                .satisfies(link -> assertThat(link.getSpanContext().getSpanId())
                        .isEqualTo(named("step").get(1).getSpanId()));
    }

    private void step(long nonce, Instant alarm) {
        var store = new MemoryStore();
        var letter = new Mailbox.Letter(new Input.Woken(), new Deaf(), traces.inbound(ADA));
        var trace = new StepTrace(traces, ADA, List.of(letter), store);
        trace.store()
                .commit(new Commit(
                        ADA, Optional.ofNullable(stored), nonce, Visitor.NOBODY, alarm, Duration.ofHours(1), List.of()))
                .await()
                .indefinitely();
        var made = new Step(Visitor.NOBODY, true, List.of(Receipt.TAKEN), List.of(), List.of(), alarm, null);
        trace.done(new Attempts.Done(made, alarm, 1, 0, Duration.ZERO));
        stored = new Stored(nonce, Visitor.NOBODY, alarm, 1);
    }

    private List<SpanData> named(String name) {
        return told.stream().filter(each -> each.getName().equals(name)).toList();
    }

    private record Deaf() implements Flow.Sender {

        @Override
        public void taken(Receipt receipt) {}

        @Override
        public void refused(Throwable why) {}
    }
}
