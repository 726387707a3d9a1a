package io.overture.journal;

import io.overture.redis.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The ways to read the journal on this node. */
@ApplicationScoped
class JournalBeans {

    @Produces
    @Singleton
    Journal journal(Lanes lanes) {
        return new Journal(lanes);
    }

    @Produces
    @Singleton
    JournalTail journalTail(Lanes lanes) {
        return new JournalTail(lanes);
    }
}
