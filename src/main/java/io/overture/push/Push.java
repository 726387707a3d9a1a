package io.overture.push;

import io.opentelemetry.api.trace.SpanContext;
import io.overture.engine.Effect;
import io.overture.visitor.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends frames to tabs, at this node or another. Fire and forget: what matters is in the visitor's value. */
public interface Push {

    /** To every tab of {@link Effect.ForHer#to()}, wherever its socket is. */
    void send(Effect.ForHer effect);

    /** The same, told in the trace of that step (not null), if this sender tells any. */
    default void send(Effect.ForHer effect, @Nullable SpanContext step) {
        send(effect);
    }

    /** These frames, in this order, to sockets of advisors, wherever they are. */
    void send(List<Tab> to, List<String> frames);
}
