package io.overture.advisor;

import io.overture.desk.Boutique;
import io.overture.desk.Calls;
import io.overture.desk.ConsoleFrames;
import io.overture.desk.Staff;
import io.overture.roster.Desk;
import io.overture.roster.Roster;
import io.overture.roster.Seat;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What a console hears when it says hello: who its advisor is, and then all that is hers. */
final class Greeting {

    private final Roster roster;
    private final Reach reach;
    private final Calls calls;
    private final Resuming resuming;
    private final Rings rings;
    private final Errands errands;
    private final Boutique boutique;
    private final InstantSource clock;
    private final Duration heartbeat;

    Greeting(
            Roster roster,
            Reach reach,
            Calls calls,
            Resuming resuming,
            Rings rings,
            Errands errands,
            Boutique boutique,
            InstantSource clock,
            Duration heartbeat) {
        this.roster = roster;
        this.reach = reach;
        this.calls = calls;
        this.resuming = resuming;
        this.rings = rings;
        this.errands = errands;
        this.boutique = boutique;
        this.clock = clock;
        this.heartbeat = heartbeat;
    }

    /** Fails when the store is away: then the console is to come back. */
    Uni<Void> greet(Console console, Frame.Hello hello) {
        return reach.arrived(console)
                .chain(reach::staff)
                .invoke(staff -> welcome(console, staff))
                .chain(() -> resuming.talks(console, hello.talks()))
                .chain(() -> rings(console))
                .chain(() -> errands.list(console.seat()))
                .invoke(console::send)
                .invoke(() -> boutique(console))
                .replaceWithVoid();
    }

    private void welcome(Console console, Staff staff) {
        var now = clock.instant();
        var seat = console.seat();
        var her = seat.advisor();
        var desks = roster.inForce();
        var whereabouts = Whereabouts.of(desks, staff);
        console.knows(whereabouts);
        console.send(ConsoleFrames.welcome(
                new ConsoleFrames.Self(
                        her.id(),
                        her.name(),
                        her.title(),
                        her.languages(),
                        seat.desk().id()),
                whereabouts.as(her.id(), her).state(),
                her.capacity(),
                now,
                heartbeat,
                whereabouts.seats().values().stream()
                        .filter(each -> !each.advisor().id().equals(her.id()))
                        .map(each -> colleague(each, whereabouts.as(her.id(), each.advisor())))
                        .toList(),
                desks.all().stream().map(each -> open(each, now)).toList()));
    }

    private static ConsoleFrames.Colleague colleague(Seat seat, Whereabouts.Stand stand) {
        var advisor = seat.advisor();
        return new ConsoleFrames.Colleague(
                advisor.id(), advisor.name(), seat.desk().id(), stand.state(), advisor.languages(), stand.free());
    }

    private static ConsoleFrames.OpenDesk open(Desk desk, Instant now) {
        boolean isOpen = desk.hours().isOpen(now);
        return new ConsoleFrames.OpenDesk(
                desk.id(), isOpen, isOpen ? null : desk.hours().nextOpening(now).orElse(null));
    }

    private Uni<Void> rings(Console console) {
        return calls.ringing(console.advisor())
                .onItem()
                .transformToMulti(ringing -> Multi.createFrom().iterable(ringing))
                .onItem()
                .transformToUniAndConcatenate(
                        call -> rings.frame(call, console.advisor()).invoke(console::send))
                .onItem()
                .ignoreAsUni();
    }

    /** In full, and from then on what differs. */
    private void boutique(Console console) {
        console.window().open();
        console.show(boutique.view(console.seat(), console.window().most()));
    }
}
