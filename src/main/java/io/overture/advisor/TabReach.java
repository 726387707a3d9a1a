package io.overture.advisor;

import io.overture.desk.Presence;
import io.overture.desk.Staff;
import io.overture.desk.Standing;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Reach by leases of tabs. One that cannot be renewed or given back runs out by itself. Every node is told at once who has
 * come, and how an advisor says she stands.
 */
final class TabReach implements Reach {

    private static final Logger LOG = Logger.getLogger(TabReach.class);

    private final Presence presence;

    private final Consumer<String> news;

    /** @param news says to every node whose standing is another one now */
    TabReach(Presence presence, Consumer<String> news) {
        this.presence = presence;
        this.news = news;
    }

    @Override
    public Uni<Void> arrived(Console console) {
        return renewed(console).invoke(() -> news.accept(console.advisor()));
    }

    private Uni<Void> renewed(Console console) {
        return presence.here(console.advisor(), tab(console));
    }

    @Override
    public Uni<Void> left(Console console) {
        return quietly(presence.left(console.advisor(), tab(console)));
    }

    /** All are sent before the first is answered: the connections to the store carry them one behind the other. */
    @Override
    public Uni<Void> renew(Collection<Console> consoles) {
        return Multi.createFrom()
                .iterable(consoles)
                .onItem()
                .transformToUni(console -> quietly(renewed(console)))
                .merge(Math.max(1, consoles.size()))
                .onItem()
                .ignoreAsUni();
    }

    @Override
    public Uni<Void> is(String advisor, Standing.State state) {
        return presence.set(advisor, state).invoke(() -> news.accept(advisor));
    }

    @Override
    public Uni<Staff> staff() {
        return presence.read();
    }

    private static Uni<Void> quietly(Uni<Void> lease) {
        return lease.onFailure()
                .invoke(away -> LOG.debugf("a lease runs out by itself: %s", away.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** {@code node/socket}. */
    private static String tab(Console console) {
        var tab = console.socket().tab();
        return tab.node() + "/" + tab.socket();
    }
}
