package io.overture.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.overture.visitor.VisitorKey;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Follows a share of the visitors. Whether one is followed, and the ids of the spans others are told under, are worked out
 * from what every node knows: nothing is carried, kept or asked for it.
 *
 * <pre>
 *   trace of an invitation or a request, by its id
 *
 *   beacon or alarm ─▶ step ─▶ commit, push ─▶ deliver (at the socket's node)
 *                       └──▶ shown, accepted, ring, webhook, claim, first word: each with its own step and commit
 * </pre>
 *
 * What belongs to no invitation is a trace of its own. A step that an alarm began is linked with the one that left the alarm.
 */
public final class Traces {

    public static final Traces OFF =
            new Traces(TracerProvider.noop().get(""), new DerivedIds(), 0, InstantSource.system());

    private static final long ALL = 1L << Integer.SIZE;

    private final Tracer tracer;
    private final DerivedIds ids;
    private final long followed;
    private final InstantSource clock;

    /** @param share of visitors, from 0 to 1 */
    Traces(Tracer tracer, DerivedIds ids, double share, InstantSource clock) {
        this.tracer = tracer;
        this.ids = ids;
        this.followed = (long) (share * ALL);
        this.clock = clock;
    }

    /** All that is asked of a visitor while tracing is off. */
    public boolean follows(VisitorKey about) {
        return followed > 0
                && Integer.toUnsignedLong(mixed(about.handle().value().hashCode())) < followed;
    }

    /** Something came in; null when the visitor is not followed. */
    public @Nullable Inbound inbound(VisitorKey about) {
        return follows(about) ? new Inbound(clock.instant(), null) : null;
    }

    /** Something of a followed visitor came in, from whoever named that span of theirs. */
    public Inbound sent(@Nullable String traceparent) {
        return new Inbound(clock.instant(), Traceparent.read(traceparent).orElse(null));
    }

    public Instant now() {
        return clock.instant();
    }

    /** The step that began what came of an invitation or of a request. */
    public SpanContext journey(VisitorKey about, String id) {
        return Landmarks.journey(about, id);
    }

    /** The step that belongs to neither, by the nonce of its commit. */
    public SpanContext step(VisitorKey about, long nonce) {
        return Landmarks.step(about, nonce);
    }

    /** Begins a trace, of its own or of that id. */
    public SpanContext begins(Lap lap, @Nullable SpanContext inTraceOf) {
        return tell(lap, null, new DerivedIds.Place(inTraceOf == null ? null : inTraceOf.getTraceId(), null));
    }

    /** @param as whose id it has; null: one of its own */
    public SpanContext below(SpanContext parent, Lap lap, @Nullable SpanContext as) {
        return tell(lap, parent, new DerivedIds.Place(null, as == null ? null : as.getSpanId()));
    }

    /** Part of what came of an invitation or of a request of a followed visitor. */
    public void stage(VisitorKey about, String id, String name, Instant began, Attributes said) {
        below(journey(about, id), Lap.of(name, SpanKind.INTERNAL, began, now(), said), null);
    }

    /** Figures that are recorded meanwhile name what came of an invitation or of a request as an example. */
    public void example(VisitorKey about, String id, Runnable figures) {
        example(follows(about) ? journey(about, id) : null, figures);
    }

    /** Something that is under way: to be ended by the caller. */
    public Span start(String name, SpanKind kind, SpanContext parent, Attributes said) {
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(context(parent))
                .setAllAttributes(said)
                .startSpan();
    }

    /** Figures that are recorded meanwhile name this span as an example, and lines of the log are of it. */
    public void example(@Nullable SpanContext span, Runnable figures) {
        if (span == null) {
            figures.run();
        } else if (Vertx.currentContext() instanceof ContextInternal shared && !VertxContext.isOnDuplicatedContext()) {
            shared.duplicate().dispatch(() -> current(span, figures));
        } else {
            current(span, figures);
        }
    }

    /** Of Vert.x' contexts only a duplicated one keeps what is current; on another it would be lost without a word. */
    private static void current(SpanContext span, Runnable figures) {
        try (var scope = context(span).makeCurrent()) {
            figures.run();
        }
    }

    private SpanContext tell(Lap lap, @Nullable SpanContext parent, DerivedIds.Place place) {
        var builder = tracer.spanBuilder(lap.name())
                .setSpanKind(lap.kind())
                .setStartTimestamp(lap.from())
                .setAllAttributes(lap.said())
                .setParent(parent == null ? Context.root() : context(parent));
        lap.links().forEach(builder::addLink);
        ids.expect(place);
        try {
            var span = builder.startSpan();
            if (lap.failure() != null) {
                span.setStatus(StatusCode.ERROR, lap.failure());
            }
            span.end(lap.to());
            return span.getSpanContext();
        } finally {
            ids.made();
        }
    }

    private static Context context(SpanContext span) {
        return Context.root().with(Span.wrap(span));
    }

    /** The finish of MurmurHash3: every bit of the hash counts. */
    private static int mixed(int hash) {
        int once = (hash ^ hash >>> 16) * 0x85ebca6b;
        int twice = (once ^ once >>> 13) * 0xc2b2ae35;
        return twice ^ twice >>> 16;
    }
}
