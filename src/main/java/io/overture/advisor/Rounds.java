package io.overture.advisor;

import io.overture.desk.Boutique;
import io.overture.desk.Staff;
import io.overture.push.CloseCode;
import io.overture.roster.Desks;
import io.overture.roster.Roster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What is done for all consoles of this node again and again: they are kept in reach, and see what changes. */
final class Rounds {

    static final Duration BOUTIQUE = Duration.ofMillis(500);
    static final Duration COLLEAGUES = Duration.ofMillis(300);

    private final Consoles consoles;
    private final Roster roster;
    private final Reach reach;
    private final Boutique boutique;
    private final AtomicBoolean changed = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();
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

    /**
     * Where colleagues stand, and who is one at all: when a node says that it is news, and now and then because such a word
     * may be lost. One look at a time, so that no older one comes after a newer; what is said meanwhile is worth one more.
     */
    void colleagues() {
        if (!consoles.all().isEmpty() && looks.getAndIncrement() == 0) {
            reach.staff().onTermination().invoke(this::looked).subscribe().with(this::colleagues, away -> {});
        }
    }

    private void looked() {
        if (looks.getAndSet(0) > 1) {
            colleagues();
        }
    }

    private void colleagues(Staff staff) {
        var all = consoles.all();
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
