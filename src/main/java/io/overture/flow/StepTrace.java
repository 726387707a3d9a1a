package io.overture.flow;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.overture.engine.Entry;
import io.overture.engine.Input;
import io.overture.engine.Step;
import io.overture.store.Commit;
import io.overture.store.Stored;
import io.overture.store.Visitors;
import io.overture.trace.Inbound;
import io.overture.trace.Lap;
import io.overture.trace.Said;
import io.overture.trace.Traces;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The trace of one step of a followed visitor: what caused it, the step, and each call of the store. Told at its end, when
 * it is known what came of it and so to which trace it belongs.
 */
final class StepTrace {

    private static final Logger LOG = Logger.getLogger(StepTrace.class);

    private final Traces traces;
    private final VisitorKey about;
    private final List<Mailbox.Letter> batch;
    private final Instant began;
    private final WatchedStore store;

    StepTrace(Traces traces, VisitorKey about, List<Mailbox.Letter> batch, Visitors store) {
        this.traces = traces;
        this.about = about;
        this.batch = batch;
        this.began = traces.now();
        this.store = new WatchedStore(store, traces);
    }

    Visitors store() {
        return store;
    }

    /** The span of the step; null when nothing came of it that is worth one. A trace that fails harms nobody's step. */
    @Nullable
    SpanContext done(Attempts.Done done) {
        try {
            return isQuiet(done.step()) && alarmLeft(done.step()).isEmpty() ? null : told(done);
        } catch (RuntimeException e) {
            LOG.warnf("event=trace_failed cause=%s", e.getClass().getSimpleName());
            return null;
        }
    }

    private SpanContext told(Attempts.Done done) {
        var step = done.step();
        var journey = Journey.of(step, inputs());
        var cause = cause(journey);
        var said = Attributes.builder()
                .put(Said.INPUTS, (long) batch.size())
                .put(Said.ROUND_TRIPS, (long) done.roundTrips())
                .put(Said.CONFLICTS, (long) done.conflicts());
        triggers(step).findFirst().ifPresent(trigger -> said.put(Said.TRIGGER, trigger));
        var receipt = step.receipts().get(batch.indexOf(cause)).word();
        return tell(
                cause,
                Attributes.of(Said.SITE, about.site(), Said.RECEIPT, receipt),
                new Lap("step", SpanKind.INTERNAL, began, traces.now(), said.build(), List.of(), null),
                journey,
                journey.isPresent() ? Optional.empty() : alarmLeft(step));
    }

    void failed(String why) {
        var cause = cause(Optional.empty());
        tell(
                cause,
                Attributes.of(Said.SITE, about.site()),
                new Lap("step", SpanKind.INTERNAL, began, traces.now(), Attributes.empty(), List.of(), why),
                Optional.empty(),
                Optional.empty());
    }

    private SpanContext tell(
            Mailbox.Letter cause, Attributes said, Lap step, Optional<Journey> journey, Optional<SpanContext> own) {
        var its = journey.map(each -> traces.journey(about, each.id())).or(() -> own);
        var lap = new Lap(
                Naming.of(cause.input(), before()), kind(cause.input()), since(cause), step.to(), said, links(), null);
        var isLater = journey.filter(each -> !each.begins()).isPresent();
        var caused = isLater ? traces.below(its.orElseThrow(), lap, null) : traces.begins(lap, its.orElse(null));
        var span = traces.below(caused, step, isLater ? null : its.orElse(null));
        store.laps().forEach(each -> traces.below(span, each, null));
        return span;
    }

    /** What is only told to the desk again, and what changes nothing, is not worth a span. */
    private boolean isQuiet(Step step) {
        return inputs().stream().allMatch(Input.Told.class::isInstance)
                || !step.changed() && step.entries().isEmpty() && step.effects().isEmpty();
    }

    private Mailbox.Letter cause(Optional<Journey> journey) {
        return batch.stream()
                .filter(letter ->
                        journey.filter(each -> each.has(letter.input())).isPresent())
                .findFirst()
                .or(() -> batch.stream()
                        .filter(letter -> !(letter.input() instanceof Input.Told))
                        .findFirst())
                .orElseGet(batch::getFirst);
    }

    /** Whoever sent something in named a span of theirs; and an alarm was left by a step. */
    private List<SpanContext> links() {
        var senders = batch.stream()
                .flatMap(letter -> Stream.ofNullable(letter.inbound()))
                .flatMap(inbound -> Stream.ofNullable(inbound.from()));
        return Stream.concat(senders, setBy().stream()).toList();
    }

    private Optional<SpanContext> setBy() {
        if (inputs().stream().noneMatch(Input.Woken.class::isInstance)) {
            return Optional.empty();
        }
        return Journey.underWay(before())
                .map(id -> traces.journey(about, id))
                .or(() -> stored().filter(found -> found.alarm() != null)
                        .map(found -> traces.step(about, found.nonce())));
    }

    /**
     * The ids under which the step that the alarm begins will name this one. By the commit, not by the alarm's time: several
     * steps may leave the same.
     */
    private Optional<SpanContext> alarmLeft(Step step) {
        return store.last()
                .filter(commit -> commit.alarm() != null
                        && Journey.underWay(step.visitor()).isEmpty())
                .map(commit -> traces.step(about, commit.nonce()));
    }

    private Optional<Stored> stored() {
        return store.last().flatMap(Commit::expected);
    }

    private Visitor before() {
        return stored().map(Stored::visitor).orElse(Visitor.NOBODY);
    }

    private List<Input> inputs() {
        return batch.stream().map(Mailbox.Letter::input).toList();
    }

    private Instant since(Mailbox.Letter letter) {
        return Optional.ofNullable(letter.inbound()).map(Inbound::at).orElse(began);
    }

    private static SpanKind kind(Input input) {
        return input instanceof Input.Woken ? SpanKind.INTERNAL : SpanKind.SERVER;
    }

    private static Stream<String> triggers(Step step) {
        return step.entries().stream().flatMap(entry -> switch (entry) {
            case Entry.InvitationOffered offered -> Stream.of(offered.trigger());
            case Entry.InvitationShown shown -> Stream.of(shown.trigger());
            case Entry.InvitationClosed closed -> Stream.of(closed.trigger());
            default -> Stream.of();
        });
    }
}
