package io.overture.advisor;

import io.overture.desk.Boutique;
import io.overture.push.CloseCode;
import io.overture.roster.Roster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is done for all consoles of this node again and again: they are kept in reach, and see what changes. */
final class Rounds {

    static final Duration BOUTIQUE = Duration.ofMillis(500);
    static final Duration COLLEAGUES = Duration.ofSeconds(1);

    private final Consoles consoles;
    private final Roster roster;
    private final Reach reach;
    private final Boutique boutique;
    private final AtomicBoolean changed = new AtomicBoolean();

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
        var desks = roster.inForce();
        all.forEach(console -> desks.advisor(console.advisor())
                .ifPresentOrElse(console::sits, () -> console.socket().close(CloseCode.REFUSED)));
        reach.staff().subscribe().with(staff -> all.forEach(console -> console.tell(staff, desks)), away -> {});
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
