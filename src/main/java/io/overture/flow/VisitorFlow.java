package io.overture.flow;

import io.opentelemetry.api.trace.SpanContext;
import io.overture.engine.Effect;
import io.overture.engine.Entry;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.offer.Slots;
import io.overture.push.Push;
import io.overture.redis.Once;
import io.overture.store.Stored;
import io.overture.store.Visitors;
import io.overture.store.Wordless;
import io.overture.trace.Inbound;
import io.overture.trace.Traces;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The flow on one node. What happens to a visitor while a step of hers is under way waits and goes into the next one, so
 * that steps are serial and a burst costs one commit.
 *
 * <pre>
 *   submit ─▶ mailbox ─▶ attempt: value at hand or loaded ─▶ step ─▶ commit ─▶ answers, effects, alarm, what is due
 *                              ▲                                      │
 *                              └───────────── conflict: newer value ──┘
 * </pre>
 */
public final class VisitorFlow implements Flow {

    private static final Logger LOG = Logger.getLogger(VisitorFlow.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private static final Sender NOBODY = new Sender() {
        @Override
        public void taken(Receipt receipt) {}

        @Override
        public void refused(Throwable why) {}
    };

    private final ConcurrentHashMap<VisitorKey, Mailbox> mailboxes = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Visitors store;
    private final Recorder recorder;
    private final Traces traces;
    private final int mostUnderWay;
    private final Attempts attempts;
    private final Push push;
    private final Wheel wheel;
    private final Dues dues;
    private final Slots slots;
    private final Once told = new Once();

    VisitorFlow(
            Visitors store,
            Attempts attempts,
            Push push,
            Wheel wheel,
            Dues dues,
            Slots slots,
            Recorder recorder,
            Traces traces,
            int mostUnderWay) {
        this.store = store;
        this.attempts = attempts;
        this.push = push;
        this.wheel = wheel;
        this.dues = dues;
        this.slots = slots;
        this.recorder = recorder;
        this.traces = traces;
        this.mostUnderWay = mostUnderWay;
    }

    @Override
    public Uni<Receipt> submit(VisitorKey key, Input input) {
        return submit(key, input, traces.inbound(key));
    }

    @Override
    public Uni<Receipt> submit(VisitorKey key, Input input, @Nullable Inbound inbound) {
        return Uni.createFrom()
                .emitter(answer -> submit(key, input, inbound, new Sender() {
                    @Override
                    public void taken(Receipt receipt) {
                        answer.complete(receipt);
                    }

                    @Override
                    public void refused(Throwable why) {
                        answer.fail(why);
                    }
                }));
    }

    @Override
    public void submit(VisitorKey key, Input input, @Nullable Inbound inbound, Sender sender) {
        var letter = new Mailbox.Letter(input, sender, inbound);
        if (underWay.incrementAndGet() > mostUnderWay) {
            underWay.decrementAndGet();
            refuse(Refusals.BUSY, List.of(letter));
        } else {
            post(key, letter);
        }
    }

    @Override
    public Uni<Optional<Visitor>> look(VisitorKey key) {
        return store.load(key)
                .map(found -> found.map(Stored::visitor))
                .onFailure()
                .transform(failure -> new Unavailable(cause(failure), RETRY_AFTER));
    }

    /** Looks at her again, because it is time. If that fails, her durable alarm brings her back. */
    void wake(VisitorKey key) {
        submit(key, new Input.Woken(), traces.inbound(key), NOBODY);
    }

    @Override
    public int underWay() {
        return underWay.get();
    }

    private void post(VisitorKey key, Mailbox.Letter letter) {
        while (true) {
            var mailbox = mailboxes.computeIfAbsent(key, any -> new Mailbox());
            switch (mailbox.post(letter)) {
                case FIRST -> {
                    runNext(key, mailbox);
                    return;
                }
                case WAITING -> {
                    return;
                }
                case FULL -> {
                    underWay.decrementAndGet();
                    refuse(Refusals.CROWDED, List.of(letter));
                    return;
                }
                case GONE -> mailboxes.remove(key, mailbox);
            }
        }
    }

    private void runNext(VisitorKey key, Mailbox mailbox) {
        var batch = mailbox.next();
        if (batch.isEmpty()) {
            mailboxes.remove(key, mailbox);
            return;
        }
        var trace = batch.getFirst().inbound() == null ? null : new StepTrace(traces, key, batch, store);
        attempts.run(
                key,
                inputs(batch),
                trace == null ? store : trace.store(),
                (done, failure) -> ended(key, mailbox, batch, trace, done, failure));
    }

    private static List<Input> inputs(List<Mailbox.Letter> batch) {
        return batch.size() == 1
                ? List.of(batch.getFirst().input())
                : batch.stream().map(Mailbox.Letter::input).toList();
    }

    /** Whatever comes of one batch, the next has its turn. */
    private void ended(
            VisitorKey key,
            Mailbox mailbox,
            List<Mailbox.Letter> batch,
            @Nullable StepTrace trace,
            Attempts.@Nullable Done done,
            @Nullable Throwable failure) {
        underWay.addAndGet(-batch.size());
        try {
            if (done == null) {
                refuse(cause(Objects.requireNonNull(failure)), batch, trace);
            } else {
                answer(key, batch, done, trace);
            }
        } catch (Throwable fault) {
            tellOnce(fault);
        } finally {
            runNext(key, mailbox);
        }
    }

    /** The word for it; what is a fault of ours is in the log too, each kind once an hour. */
    private String cause(Throwable failure) {
        var word = Attempts.cause(failure);
        if (word.equals(Refusals.INTERNAL)) {
            tellOnce(failure);
        }
        return word;
    }

    private void tellOnce(Throwable fault) {
        var trace = Wordless.of(fault);
        if (told.isNew(
                fault.getClass() + " " + Arrays.stream(trace.getStackTrace()).findFirst())) {
            LOG.error("event=step_failed", trace);
        }
    }

    /** Answers come before effects, so that an acknowledgement precedes what follows from it. */
    private void answer(VisitorKey key, List<Mailbox.Letter> batch, Attempts.Done done, @Nullable StepTrace trace) {
        for (int i = 0; i < batch.size(); i++) {
            taken(batch.get(i).sender(), done.step().receipts().get(i));
        }
        var span = trace == null ? null : trace.done(done);
        for (var effect : done.step().effects()) {
            send(key, effect, span);
        }
        if (span == null) {
            note(key, batch, done);
        } else {
            traces.example(span, () -> note(key, batch, done));
        }
        wheel.set(key, done.alarm());
        var due = done.step().visitor().due();
        if (!due.isEmpty()) {
            dues.tell(key, due, told -> submit(key, new Input.Told(told)));
        }
    }

    /** One that fails to hear keeps nothing from the others. */
    private void taken(Sender sender, Receipt receipt) {
        try {
            sender.taken(receipt);
        } catch (Throwable fault) {
            tellOnce(fault);
        }
    }

    private void note(VisitorKey key, List<Mailbox.Letter> batch, Attempts.Done done) {
        for (var entry : done.step().entries()) {
            happened(key, entry);
        }
        recorder.stepped(key, done.step(), batch.size(), done.roundTrips(), done.conflicts(), done.took());
    }

    private void happened(VisitorKey key, Entry entry) {
        if (entry instanceof Entry.MomentDecided moment && moment.began()) {
            slots.considered(moment.tier(), moment.weight());
        }
        recorder.happened(key, entry);
    }

    private void send(VisitorKey key, Effect effect, @Nullable SpanContext step) {
        switch (effect) {
            case Effect.ForHer forHer -> push.send(forHer, step);
            case Effect.ForAdvisor forAdvisor -> dues.whisper(key, forAdvisor);
        }
    }

    private void refuse(String cause, List<Mailbox.Letter> batch, @Nullable StepTrace trace) {
        refuse(cause, batch);
        if (trace != null) {
            trace.failed(cause);
        }
    }

    private void refuse(String cause, List<Mailbox.Letter> batch) {
        recorder.refused(cause);
        for (var letter : batch) {
            try {
                letter.sender().refused(new Unavailable(cause, RETRY_AFTER));
            } catch (Throwable fault) {
                tellOnce(fault);
            }
        }
    }
}
