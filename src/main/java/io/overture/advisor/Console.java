package io.overture.advisor;

import io.overture.desk.Boutique;
import io.overture.desk.ConsoleFrames;
import io.overture.push.Socket;
import io.overture.roster.Seat;
import java.util.HashMap;
import java.util.Map;

/** One open console of an advisor, and what it was told last. */
final class Console {

    private final Socket socket;
    private final Window window = new Window();
    private final Map<String, Standing> told = new HashMap<>();
    private boolean welcomed;
    private volatile Seat seat;

    Console(Socket socket, Seat seat) {
        this.socket = socket;
        this.seat = seat;
    }

    Socket socket() {
        return socket;
    }

    String advisor() {
        return seat.advisor().id();
    }

    /** As the roster had it last. */
    Seat seat() {
        return seat;
    }

    void sits(Seat next) {
        seat = next;
    }

    Window window() {
        return window;
    }

    void send(String frame) {
        socket.send(frame);
    }

    void show(Boutique.View view) {
        window.next(view)
                .ifPresent(change -> send(ConsoleFrames.boutique(change.full(), change.here(), change.gone())));
    }

    /** What was said with the welcome. */
    synchronized void knows(Map<String, Standing> standings) {
        welcomed = true;
        told.clear();
        told.putAll(standings);
    }

    /** Who stands elsewhere than she was told; nothing before the welcome. */
    synchronized void tell(Map<String, Standing> standings) {
        if (!welcomed) {
            return;
        }
        standings.forEach((advisor, standing) -> {
            if (!standing.equals(told.put(advisor, standing))) {
                var state = advisor.equals(advisor()) ? standing.chosen() : standing.word();
                send(ConsoleFrames.presence(advisor, state, standing.free()));
            }
        });
    }
}
