package io.overture.intake;

import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Unavailable;
import io.overture.push.CloseCode;
import io.overture.push.Pulse;
import io.overture.push.Socket;
import io.overture.push.Timers;
import io.overture.traffic.Refusal;
import io.overture.visitor.VisitorKey;
import io.overture.wire.Bucket;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One page's socket. Everything but answers of the flow comes one after the other from the socket's event loop.
 *
 * <pre>
 *   open ──hello──▶ greeted ──frames, another hello, perhaps of another visitor──▶ greeted
 *    │ 5 s            │ silent, flooding, garbled
 *    └──▶ closed ◀────┘ ──5 s later──▶ her tab is taken off
 * </pre>
 */
final class VisitorSocket {

    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final Duration RETURN = Duration.ofSeconds(5);

    /** Frames whose commit is awaited; a browser that keeps to its acknowledgements never has as many. */
    static final int MOST_IN_FLIGHT = 256;

    private static final Logger LOG = Logger.getLogger(VisitorSocket.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);

    private final Hall hall;
    private final Socket socket;
    private final Caller caller;
    private final Bucket frames;
    private final Pulse pulse;
    private final boolean counted;
    private final AtomicInteger inFlight = new AtomicInteger();
    private Timers.Pending hello = () -> {};
    private volatile @Nullable Guest guest;
    private volatile boolean mayHaveTab;

    VisitorSocket(Hall hall, Socket socket, Caller caller) {
        this.hall = hall;
        this.socket = socket;
        this.caller = caller;
        this.frames = hall.rates().frames();
        this.counted = hall.rates().dial(caller.address());
        this.pulse = new Pulse(socket, hall.timers(), hall.rates()::now, hall.heartbeat());
        socket.onMissed(this::missed);
        socket.onAsked(this::isFree);
        if (!counted) {
            socket.close(CloseCode.TOO_FAST);
            return;
        }
        hello = hall.timers().after(PATIENCE, () -> socket.close(CloseCode.NOT_GREETED));
        pulse.start();
    }

    void received(String text) {
        heard();
        if (!frames.take(hall.rates().now())) {
            hall.tally().refused(Refusal.TOO_FAST, guest, caller);
            socket.close(CloseCode.TOO_FAST);
            return;
        }
        switch (FrameReader.read(text, hall.clock().instant())) {
            case Frame.Garbled garbled -> receivedBinary();
            case Frame.Invalid invalid -> invalid(invalid);
            case Frame.Hello said ->
                greet(caller.asksForPrivacy() ? said.speaker().impersonal() : said.speaker());
            case Frame.Said said -> {
                if (guest == null) {
                    hall.tally().refused(Refusal.NOT_GREETED, guest, caller);
                    socket.close(CloseCode.NOT_GREETED);
                } else {
                    said(said, guest, text.length());
                }
            }
        }
    }

    void receivedBinary() {
        hall.tally().refused(Refusal.NOT_UNDERSTOOD, guest, caller);
        socket.close(CloseCode.NOT_UNDERSTOOD);
    }

    /** A ping or a pong: no less than a frame for whoever floods. */
    void control(int length, boolean isAnswered) {
        heard();
        if (!frames.take(hall.rates().now())) {
            socket.close(CloseCode.TOO_FAST);
        } else if (isAnswered) {
            socket.pinged(length);
        }
    }

    void heard() {
        pulse.heard();
    }

    void failed() {
        socket.close(CloseCode.TRY_LATER);
    }

    /** The wire is gone. She may be between two pages: only when she stays away is her tab taken off. */
    void closed() {
        hello.cancel();
        pulse.stop();
        socket.onMissed(() -> {});
        if (counted) {
            hall.rates().hungUp(caller.address());
        }
        hall.tally().closed(guest);
        if (guest != null && mayHaveTab) {
            var key = guest.key();
            // All at once when a node ends them: those pages are about to be back, at another.
            if (socket.isOpen()) {
                hall.closed().accept(socket.tab());
            }
            hall.timers().after(RETURN, () -> leave(key));
        }
        guest = null;
    }

    private void leave(VisitorKey key) {
        hall.flow()
                .submit(key, new Input.Left(socket.tab()))
                .subscribe()
                .with(receipt -> {}, failure -> LOG.debug("a tab stays until its node is gone", failure));
    }

    private void invalid(Frame.Invalid invalid) {
        hall.tally().invalid(invalid, guest, caller);
        if (guest == null && !invalid.isHello()) {
            socket.close(CloseCode.NOT_GREETED);
        } else {
            socket.send(Replies.invalid(invalid.echo(), invalid.flaws()));
        }
    }

    private void greet(Speaker speaker) {
        var admitted = hall.reception().admit(speaker, caller.origin());
        if (admitted.isEmpty()) {
            hall.tally().turnedAway(speaker.site(), caller.origin());
            socket.close(CloseCode.REFUSED);
            return;
        }
        if (!hall.rates().meet(admitted.get().key(), caller.address())) {
            socket.close(CloseCode.TOO_FAST);
            return;
        }
        var greeted = hall.reception().greet(admitted.get());
        hello.cancel();
        var former = guest;
        if (former != null && !former.key().equals(greeted.key())) {
            leave(former.key());
            mayHaveTab = false;
        }
        hall.tally().greeted(greeted, former);
        guest = greeted;
        mayHaveTab |= greeted.mayBeKept();
        greet(greeted, failure -> failed(Frame.Echo.NONE, failure));
    }

    /** Whom the store could not take is greeted again, as she would only dial again, unless she has gone or said another hello. */
    private void greet(Guest greeted, Consumer<Throwable> refused) {
        submit(
                greeted.key(),
                new Input.Greeted(socket.tab(), greeted.session(), greeted.standing()),
                Frame.Echo.NONE,
                receipt -> socket.send(Replies.welcome(hall.clock().instant(), hall.heartbeat())),
                failure -> {
                    refused.accept(failure);
                    hall.timers().after(soon(), () -> {
                        if (guest == greeted) {
                            greet(greeted, again -> {});
                        }
                    });
                });
    }

    /** Not all at once: the store may be away because too many came. */
    private static Duration soon() {
        return SOON.plusMillis(ThreadLocalRandom.current().nextLong(SOON.toMillis()));
    }

    /** As after a hello she need not say. */
    private void missed() {
        var known = guest;
        if (known != null && mayHaveTab) {
            hall.flow()
                    .submit(known.key(), new Input.Missed(socket.tab()))
                    .subscribe()
                    .with(
                            receipt -> socket.send(Replies.welcome(hall.clock().instant(), hall.heartbeat())),
                            away -> hall.timers().after(RETURN, socket::missed));
        }
    }

    /** Whether she would miss nothing while she reconnects. What is not known counts as something. */
    private Uni<Boolean> isFree() {
        var known = guest;
        return known == null
                ? Uni.createFrom().item(false)
                : hall.flow()
                        .look(known.key())
                        .map(found -> found.filter(her -> her.invitation() != null || her.conversation() != null)
                                .isEmpty())
                        .onFailure()
                        .recoverWithItem(false);
    }

    /** @param by whoever was greeted last when the frame was read: it is nobody else's, whatever is said before its commit */
    private void said(Frame.Said said, Guest by, int length) {
        switch (said) {
            case Frame.Happened happened -> happened(happened, by, length);
            case Frame.Answered(String id, Input.Response response, @Nullable String channel) ->
                submit(by.key(), new Input.Answered(socket.tab(), id, response, channel), said.echo(), taken(said));
            case Frame.Asked asked -> {
                if (!hall.rates().ask(by, caller.address())) {
                    socket.send(Replies.tooFast(said.echo(), Rates.RETRY));
                } else if (mayKeep(asked, by)) {
                    submit(
                            by.key(),
                            new Input.Asked(socket.tab(), asked.id(), asked.item(), asked.channel(), asked.reply()),
                            said.echo(),
                            receipt -> {
                                if (receipt == Receipt.WITHHELD) {
                                    taken(said).accept(receipt);
                                }
                            });
                }
            }
            case Frame.Wrote(String conversation, String id, String text) -> {
                if (mayKeep(said, by)) {
                    submit(by.key(), new Input.Wrote(socket.tab(), conversation, id, text), said.echo(), taken(said));
                }
            }
            case Frame.Gesture gesture -> {
                if (by.mayBeKept()) {
                    submit(by.key(), gesture.by(socket.tab()), said.echo(), receipt -> {});
                }
            }
        }
    }

    private void happened(Frame.Happened happened, Guest by, int length) {
        if (!hall.rates().beacon(by.key(), caller.address(), length)) {
            hall.tally().refused(Refusal.TOO_FAST, guest, caller);
            socket.send(Replies.tooFast(happened.echo(), Rates.RETRY));
            return;
        }
        hall.tally().tooOld(happened.batch().tooOld());
        if (!by.mayBeKept()) {
            hall.tally().received(Receipt.WITHHELD, by, caller.origin(), happened.batch());
            socket.send(Replies.ack(happened.echo()));
            return;
        }
        submit(by.key(), new Input.Arrived(by.beacon(happened.batch()), socket.tab()), happened.echo(), receipt -> {
            hall.tally().received(receipt, by, caller.origin(), happened.batch());
            taken(happened).accept(receipt);
        });
    }

    /** A conversation is something kept. */
    private boolean mayKeep(Frame.Said said, Guest by) {
        if (!by.mayBeKept()) {
            socket.send(Replies.invalid(said.echo(), "nothing is kept without analytics_storage"));
        }
        return by.mayBeKept();
    }

    private Consumer<Receipt> taken(Frame.Said said) {
        return receipt -> socket.send(Replies.taken(receipt, said.echo(), RETURN));
    }

    private void submit(VisitorKey key, Input input, Frame.Echo echo, Consumer<Receipt> then) {
        submit(key, input, echo, then, failure -> failed(echo, failure));
    }

    private void submit(
            VisitorKey key, Input input, Frame.Echo echo, Consumer<Receipt> then, Consumer<Throwable> refused) {
        if (inFlight.incrementAndGet() > MOST_IN_FLIGHT) {
            inFlight.decrementAndGet();
            socket.send(Replies.tooFast(echo, Rates.RETRY));
            return;
        }
        hall.flow()
                .submit(key, input)
                .onTermination()
                .invoke(inFlight::decrementAndGet)
                .subscribe()
                .with(then, refused);
    }

    private void failed(Frame.Echo echo, Throwable failure) {
        hall.tally().refused(Refusal.UNAVAILABLE, guest, caller);
        if (failure instanceof Unavailable unavailable) {
            socket.send(Replies.unavailable(echo, "send it again later", unavailable.retryAfter()));
        } else {
            LOG.errorf("a frame could not be taken: %s", failure.getClass().getName());
            LOG.debug("a frame could not be taken", failure);
            socket.send(Replies.unavailable(echo, "send it again later", AFTER_A_FAULT));
        }
    }
}
