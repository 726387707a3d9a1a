package io.overture.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.offer.Wish;
import io.overture.roster.Desk;
import io.overture.roster.Roster;
import io.overture.roster.Seat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.List;

/** Who might serve a wish, in the order of preference, as {@code desk-slots.lua} wants to be told. */
final class Candidates {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final Roster roster;
    private final InstantSource clock;

    Candidates(Roster roster, InstantSource clock) {
        this.roster = roster;
        this.clock = clock;
    }

    /** @return false, and nothing is added, when nobody could serve it now, whoever were there */
    boolean addTo(ObjectNode ask, Wish wish, Staff staff) {
        var seats = roster.inForce().candidates(wish, clock.instant(), staff::isStaffed, staff.leastEngagedFirst());
        var desks = seats.stream().map(Seat::desk).distinct().toList();
        var candidates = ask.putArray("candidates");
        seats.forEach(seat -> candidates
                .addArray()
                .add(seat.advisor().id())
                // Lua counts from one.
                .add(desks.indexOf(seat.desk()) + 1));
        add(ask, desks);
        return !seats.isEmpty();
    }

    private static void add(ObjectNode ask, List<Desk> desks) {
        var all = ask.putArray("desks");
        for (var desk : desks) {
            var json = all.addObject();
            var keep = json.putObject("keep");
            desk.keep()
                    .forEach((tier, share) -> keep.put(
                            tier,
                            share.multiply(MILLION)
                                    .setScale(0, RoundingMode.DOWN)
                                    .longValue()));
            var advisors = json.putArray("advisors");
            var capacities = json.putArray("capacities");
            desk.advisors().forEach(each -> {
                advisors.add(each.id());
                capacities.add(each.capacity());
            });
        }
    }
}
