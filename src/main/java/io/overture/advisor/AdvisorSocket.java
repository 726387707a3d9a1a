package io.overture.advisor;

import io.overture.desk.ConsoleFrames.Refusal;
import io.overture.flow.Unavailable;
import io.overture.push.CloseCode;
import io.overture.push.Pulse;
import io.overture.push.Socket;
import io.overture.push.Timers;
import io.overture.redis.StoreUnavailable;
import io.overture.roster.Seat;
import io.overture.wire.Bucket;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * One console's socket. What it says is done one after the other, so that words stay in their order.
 *
 * <pre>
 *   open ──hello──▶ greeted ──frames, another hello──▶ greeted
 *    │ 5 s             │ silent, flooding, garbled, no longer on the roster
 *    └──▶ closed ◀─────┘ her tab is taken off at once
 * </pre>
 */
final class AdvisorSocket {

    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final Duration RETRY = Duration.ofSeconds(1);

    /** Frames that wait or are under way; a console that keeps to its acknowledgements never has as many. */
    static final int MOST_IN_FLIGHT = 64;

    private static final double FRAMES_PER_SECOND = 20;
    private static final double FRAMES_AT_ONCE = 200;

    private static final Logger LOG = Logger.getLogger(AdvisorSocket.class);

    private final Office office;
    private final Console console;
    private final Socket socket;
    private final Pulse pulse;
    private final Bucket frames;
    private final Turns turns = new Turns(MOST_IN_FLIGHT);
    private final Timers.Pending hello;
    private boolean greeted;

    AdvisorSocket(Office office, Socket socket, Seat seat) {
        this.office = office;
        this.socket = socket;
        this.console = new Console(socket, seat);
        this.pulse = new Pulse(socket, office.timers(), office.nanos(), office.heartbeat());
        this.frames =
                new Bucket(FRAMES_PER_SECOND, FRAMES_AT_ONCE, office.nanos().getAsLong());
        this.hello = office.timers().after(PATIENCE, () -> socket.close(CloseCode.NOT_GREETED));
        // The console knows best how far it had heard, and says so when it is back.
        socket.onMissed(() -> socket.close(CloseCode.TRY_LATER));
        pulse.start();
    }

    void received(String text) {
        heard();
        if (!frames.take(office.nanos().getAsLong())) {
            socket.close(CloseCode.TOO_FAST);
            return;
        }
        switch (FrameReader.read(text)) {
            case Frame.Garbled garbled -> socket.close(CloseCode.NOT_UNDERSTOOD);
            case Frame.Invalid invalid -> {
                if (greeted || invalid.isHello()) {
                    socket.send(Replies.invalid(invalid.ref(), invalid.flaws()));
                } else {
                    socket.close(CloseCode.NOT_GREETED);
                }
            }
            case Frame.Hello said -> greet(said);
            case Frame.Said said -> {
                if (!greeted) {
                    socket.close(CloseCode.NOT_GREETED);
                } else if (!turns.add(() -> done(said))) {
                    socket.send(Replies.of(said.ref(), Replies.tooFast()));
                }
            }
        }
    }

    void receivedBinary() {
        socket.close(CloseCode.NOT_UNDERSTOOD);
    }

    /** A ping or a pong: no less than a frame for whoever floods. */
    void control(int length, boolean isAnswered) {
        heard();
        if (!frames.take(office.nanos().getAsLong())) {
            socket.close(CloseCode.TOO_FAST);
        } else if (isAnswered) {
            socket.pinged(length);
        }
    }

    private void heard() {
        pulse.heard();
    }

    void failed() {
        socket.close(CloseCode.TRY_LATER);
    }

    /** The wire is gone: nothing is sent there any more, and unless another console is open she is soon out of reach. */
    void closed() {
        hello.cancel();
        pulse.stop();
        turns.end(() -> {
            office.consoles().remove(console);
            return office.reach().left(console);
        });
    }

    private void greet(Frame.Hello said) {
        hello.cancel();
        greeted = true;
        if (!turns.add(() -> greeted(said))) {
            socket.close(CloseCode.TOO_FAST);
        }
    }

    private Uni<Void> greeted(Frame.Hello said) {
        office.consoles().add(console);
        return office.greeting().greet(console, said).onFailure().invoke(failure -> {
            note(failure);
            socket.close(CloseCode.TRY_LATER);
        });
    }

    private Uni<Void> done(Frame.Said said) {
        return Uni.createFrom()
                .deferred(() -> answer(said))
                .onFailure()
                .recoverWithItem(this::later)
                .invoke(answer -> socket.send(Replies.of(said.ref(), answer)))
                .replaceWithVoid();
    }

    private Uni<Answer> answer(Frame.Said said) {
        var seat = console.seat();
        return switch (said) {
            case Frame.Act act -> office.conversing().act(seat, act);
            case Frame.Invite invite -> office.errands().invite(seat, invite);
            case Frame.Settle settle -> office.errands().settle(seat, settle);
            case Frame.ListTasks list ->
                office.errands().list(seat).invoke(console::send).replaceWith(Answer.DONE);
            case Frame.Present present ->
                office.reach().is(console.advisor(), present.state()).replaceWith(Answer.DONE);
            case Frame.Watch watch -> {
                console.window().widen(watch.most());
                office.show(console);
                yield Answers.at(Answer.DONE);
            }
        };
    }

    private Answer later(Throwable failure) {
        note(failure);
        return new Answer.Later(Refusal.UNAVAILABLE, failure instanceof Unavailable known ? known.retryAfter() : RETRY);
    }

    private static void note(Throwable failure) {
        if (!(failure instanceof Unavailable || failure instanceof StoreUnavailable)) {
            LOG.errorf("event=console_frame_failed cause=%s", failure.getClass().getSimpleName());
            LOG.debug("a console's frame could not be done", failure);
        }
    }
}
