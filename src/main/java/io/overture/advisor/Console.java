package io.overture.advisor;

import io.overture.desk.Boutique;
import io.overture.desk.ConsoleFrames;
import io.overture.push.Socket;
import io.overture.roster.Seat;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One open console of an advisor, and what it was told last. */
final class Console {

    private final Socket socket;
    private final Window window = new Window();
    private final Map<String, Whereabouts.Stand> told = new HashMap<>();
    private @Nullable Whereabouts known;
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

    /** It has been welcomed, which says how everybody stands. */
    synchronized void knows(Whereabouts whereabouts) {
        known = whereabouts;
        told.clear();
        whereabouts.seats().values().forEach(each -> {
            var stand = whereabouts.as(advisor(), each.advisor());
            told.put(stand.advisor(), stand);
        });
    }

    /** Who stands elsewhere than it was told; nothing before the welcome. */
    synchronized void tell(Whereabouts whereabouts) {
        if (known == null || known == whereabouts) {
            return;
        }
        known = whereabouts;
        whereabouts.seats().values().forEach(each -> {
            var stand = whereabouts.as(advisor(), each.advisor());
            if (!stand.equals(told.put(stand.advisor(), stand))) {
                send(whereabouts.frame(stand));
            }
        });
    }
}
