package io.overture.advisor;

import io.overture.desk.Boutique;
import io.overture.desk.Staff;
import io.overture.push.CloseCode;
import io.overture.roster.Desks;
import io.overture.roster.Roster;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is done for all consoles of this node again and again: they are kept in reach, and see what changes. */
final class Rounds {

    static final Duration BOUTIQUE = Duration.ofMillis(500);
    static final Duration COLLEAGUES = Duration.ofMillis(300);

    private final Consoles consoles;
    private final Roster roster;
    private final Reach reach;
    private final Boutique boutique;
    private final AtomicBoolean changed = new AtomicBoolean();
    private volatile Whereabouts whereabouts = Whereabouts.of(Desks.NONE, Staff.NOBODY);

    Rounds(Consoles consoles, Roster roster, Reach reach, Boutique boutique) {
        this.consoles = consoles;
        this.roster = roster;
        this.reach = reach;
        this.boutique = boutique;
        boutique.onChange(() -> changed.set(true));
    }

    /** Once for each advisor, however many consoles she has open. */
    void boutique() {
        if (changed.getAndSet(false)) {
            consoles.byAdvisor().values().forEach(hers -> {
                var view = boutique.view(hers.getFirst().seat(), most(hers));
                hers.forEach(console -> console.show(view));
            });
        }
    }

    /** Where colleagues stand, and who is one at all. */
    void colleagues() {
        var all = consoles.all();
        if (all.isEmpty()) {
            return;
        }
        reach.staff().subscribe().with(staff -> colleagues(all, staff), away -> {});
    }

    private void colleagues(Collection<Console> all, Staff staff) {
        var now = whereabouts.next(roster.inForce(), staff);
        whereabouts = now;
        all.forEach(console -> {
            var seat = now.seats().get(console.advisor());
            if (seat == null) {
                console.socket().close(CloseCode.REFUSED);
            } else {
                console.sits(seat);
                console.tell(now);
            }
        });
    }

    void renew() {
        var all = consoles.all();
        if (!all.isEmpty()) {
            reach.renew(all).subscribe().with(done -> {}, away -> {});
        }
    }

    private static int most(List<Console> consoles) {
        return consoles.stream()
                .mapToInt(console -> console.window().most())
                .max()
                .orElse(Window.USUAL);
    }
}
