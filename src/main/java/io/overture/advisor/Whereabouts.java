package io.overture.advisor;

import io.overture.desk.ConsoleFrames;
import io.overture.desk.Staff;
import io.overture.desk.Standing;
import io.overture.roster.Advisor;
import io.overture.roster.Desks;
import io.overture.roster.Seat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where everybody on the roster stands: worked out once, and told in the same words to every console. */
final class Whereabouts {

    /** Of one advisor, as one console is told. */
    record Stand(String advisor, String state, int free) {}

    private final Desks desks;
    private final Staff staff;
    private final Map<String, Seat> seats;
    private final Map<Stand, String> frames = new ConcurrentHashMap<>();

    private Whereabouts(Desks desks, Staff staff, Map<String, Seat> seats) {
        this.desks = desks;
        this.staff = staff;
        this.seats = seats;
    }

    static Whereabouts of(Desks desks, Staff staff) {
        var seats = new LinkedHashMap<String, Seat>();
        desks.all()
                .forEach(desk -> desk.advisors().forEach(advisor -> seats.put(advisor.id(), new Seat(desk, advisor))));
        return new Whereabouts(desks, staff, seats);
    }

    /** These, when nothing has changed: who knows them already is told nothing. */
    Whereabouts next(Desks desksNow, Staff staffNow) {
        if (desksNow != desks) {
            return of(desksNow, staffNow);
        }
        return staffNow.equals(staff) ? this : new Whereabouts(desks, staffNow, seats);
    }

    Map<String, Seat> seats() {
        return seats;
    }

    /** What she said herself; of colleagues, who is out of reach is away whatever she said. */
    Stand as(String reader, Advisor advisor) {
        var standing = staff.of(advisor.id());
        var isKnown = standing.reachable() || advisor.id().equals(reader);
        return new Stand(advisor.id(), (isKnown ? standing.state() : Standing.State.AWAY).word(), staff.free(advisor));
    }

    String frame(Stand stand) {
        return frames.computeIfAbsent(stand, each -> ConsoleFrames.presence(each.advisor(), each.state(), each.free()));
    }
}
