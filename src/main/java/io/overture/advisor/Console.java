package io.overture.advisor;

import io.overture.desk.Boutique;
import io.overture.desk.ConsoleFrames;
import io.overture.desk.Staff;
import io.overture.desk.Standing;
import io.overture.push.Socket;
import io.overture.roster.Advisor;
import io.overture.roster.Desks;
import io.overture.roster.Seat;
import java.util.HashMap;
import java.util.Map;

/** One open console of an advisor, and what it was told last. */
final class Console {

    private final Socket socket;
    private final Window window = new Window();
    private final Map<String, Told> told = new HashMap<>();
    private boolean welcomed;
    private volatile Seat seat;

    private record Told(String state, int free) {}

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
    synchronized void knows(Staff staff, Desks desks) {
        welcomed = true;
        advisors(desks).forEach((id, advisor) -> told.put(id, standing(staff, advisor)));
    }

    /** Who stands elsewhere than it was told; nothing before the welcome. */
    synchronized void tell(Staff staff, Desks desks) {
        if (welcomed) {
            advisors(desks).forEach((id, advisor) -> {
                var now = standing(staff, advisor);
                if (!now.equals(told.put(id, now))) {
                    send(ConsoleFrames.presence(id, now.state(), now.free()));
                }
            });
        }
    }

    /** What she said herself; of colleagues, who is out of reach is away whatever she said. */
    String state(Staff staff, Advisor advisor) {
        var standing = staff.of(advisor.id());
        var isKnown = standing.reachable() || advisor.id().equals(advisor());
        return (isKnown ? standing.state() : Standing.State.AWAY).word();
    }

    private Told standing(Staff staff, Advisor advisor) {
        return new Told(state(staff, advisor), staff.free(advisor));
    }

    private static Map<String, Advisor> advisors(Desks desks) {
        var all = new HashMap<String, Advisor>();
        desks.all().forEach(desk -> desk.advisors().forEach(each -> all.put(each.id(), each)));
        return all;
    }
}
