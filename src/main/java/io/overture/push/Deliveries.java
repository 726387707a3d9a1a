package io.overture.push;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.overture.engine.Effect;
import io.overture.trace.Lap;
import io.overture.trace.Said;
import io.overture.trace.Traceparent;
import io.overture.trace.Traces;
import java.util.function.Consumer;

/** The trace of a frame on its way: pushed by the node that made the step, delivered by each that has a socket of hers. */
final class Deliveries {

    private final Traces traces;

    Deliveries(Traces traces) {
        this.traces = traces;
    }

    /** @param send is told the span that the frame travels with */
    void pushed(Effect.ForHer effect, SpanContext step, Consumer<SpanContext> send) {
        var push = traces.start("push", SpanKind.PRODUCER, step, Attributes.of(Said.FRAME, word(effect)));
        try {
            send.accept(push.getSpanContext());
        } finally {
            push.end();
        }
    }

    /** @param here how many of the sockets it was for are open at this node */
    void delivered(String traceparent, int here) {
        var now = traces.now();
        Traceparent.read(traceparent)
                .ifPresent(push -> traces.below(
                        push,
                        Lap.of("deliver", SpanKind.CONSUMER, now, now, Attributes.of(Said.SOCKETS, (long) here)),
                        null));
    }

    private static String word(Effect.ForHer effect) {
        return switch (effect) {
            case Effect.Deliver invitation -> "invitation";
            case Effect.Withdraw withdrawn -> "withdraw";
            case Effect.Stands conversation -> "conversation";
            case Effect.Noted noted -> "noted";
            case Effect.NoRoom refused -> "no room";
            case Effect.Said message -> "message";
            case Effect.Wording typing -> "typing";
            case Effect.Read seen -> "seen";
            case Effect.ConsentDenied denied -> "consent";
        };
    }
}
