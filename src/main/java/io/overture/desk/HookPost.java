package io.overture.desk;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.overture.desk.HookTally.Outcome;
import io.overture.roster.Webhook;
import io.overture.trace.Said;
import io.overture.trace.Traceparent;
import io.overture.trace.Traces;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Sends what a contact centre is to be told, counts what became of it, and gives it the trace of who waits. */
final class HookPost {

    private final HookSender sender;
    private final HookTally tally;
    private final Traces traces;

    HookPost(HookSender sender, HookTally tally, Traces traces) {
        this.sender = sender;
        this.tally = tally;
        this.traces = traces;
    }

    /** As {@link HookSender#send}. */
    Uni<Optional<String>> send(Webhook to, Hook hook) {
        var span = traces.follows(hook.about()) ? started(hook) : Span.getInvalid();
        var traceparent = span.getSpanContext().isValid()
                ? Optional.of(Traceparent.of(span.getSpanContext()))
                : Optional.<String>empty();
        return sender.send(to, hook, traceparent)
                .onItem()
                .invoke(address -> ended(span, address.isPresent() ? Outcome.TAKEN : Outcome.HEARD))
                .onFailure()
                .invoke(failure -> ended(
                        span.setStatus(StatusCode.ERROR),
                        failure instanceof HookSender.NotTaken ? Outcome.REFUSED : Outcome.SILENT));
    }

    void givenUp() {
        tally.count(Outcome.GIVEN_UP);
    }

    private Span started(Hook hook) {
        var said =
                Attributes.of(Said.DESK, hook.desk(), Said.TURN, (long) hook.turn(), Said.TRIES, (long) hook.tries());
        return traces.start("webhook", SpanKind.CLIENT, traces.journey(hook.about(), hook.conversation()), said);
    }

    private void ended(Span span, Outcome outcome) {
        tally.count(outcome);
        span.setAttribute(Said.OUTCOME, outcome.word()).end();
    }
}
