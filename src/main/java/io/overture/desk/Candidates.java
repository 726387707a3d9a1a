package io.overture.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.offer.Bar;
import io.overture.offer.Wish;
import io.overture.roster.Desk;
import io.overture.roster.Roster;
import io.overture.roster.Seat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Who might serve a wish, in the order of preference, and what they ask, as {@code desk-places.lua} wants to be told. */
final class Candidates {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int LINE_BYTES = 12;

    private final Roster roster;
    private final InstantSource clock;
    private final Bar bar;

    Candidates(Roster roster, InstantSource clock, Bar bar) {
        this.roster = roster;
        this.clock = clock;
        this.bar = bar;
    }

    /** @return false when nobody could serve it now, whoever were there; the list is empty then */
    boolean addTo(ObjectNode ask, Wish wish, Staff staff) {
        var seats = seats(wish, staff);
        ask.put("line", line(wish.tier(), seats)).put("fit", fit(wish.tier(), seats));
        return !seats.isEmpty();
    }

    /** The name of the line in which it waits: that of all of one tier whom the same advisors fit. */
    String line(Wish wish, Staff staff) {
        return line(wish.tier(), seats(wish, staff));
    }

    private List<Seat> seats(Wish wish, Staff staff) {
        return roster.inForce().candidates(wish, clock.instant(), staff::isStaffed, staff.leastEngagedFirst());
    }

    private String fit(String tier, List<Seat> seats) {
        var fit = JsonNodeFactory.instance.objectNode().put("tier", tier);
        var desks = seats.stream().map(Seat::desk).distinct().toList();
        var candidates = fit.putArray("candidates");
        seats.forEach(seat -> candidates
                .addArray()
                .add(seat.advisor().id())
                // Lua counts from one.
                .add(desks.indexOf(seat.desk()) + 1));
        add(fit, desks);
        var ladder = bar.of(tier);
        var weights = fit.putObject("bar").put("below", ladder.below()).putArray("weights");
        ladder.weights().forEach(weights::add);
        return fit.toString();
    }

    private static void add(ObjectNode fit, List<Desk> desks) {
        var all = fit.putArray("desks");
        for (var desk : desks) {
            var json = all.addObject();
            var keep = json.putObject("keep");
            desk.keep()
                    .forEach((tier, share) -> keep.put(
                            tier,
                            share.multiply(MILLION).setScale(0, RoundingMode.UP).longValue()));
            var advisors = json.putArray("advisors");
            var capacities = json.putArray("capacities");
            desk.advisors().forEach(each -> {
                advisors.add(each.id());
                capacities.add(each.capacity());
            });
        }
    }

    private static String line(String tier, List<Seat> seats) {
        var all = seats.stream()
                .map(seat -> seat.desk().id() + "/" + seat.advisor().id())
                .sorted()
                .collect(Collectors.joining("\n", tier + "\n", ""));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, LINE_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
