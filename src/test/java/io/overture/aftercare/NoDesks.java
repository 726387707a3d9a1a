package io.overture.aftercare;

import io.overture.roster.Desks;
import io.overture.roster.Roster;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** A house without desks, where no other is configured. */
@ApplicationScoped
class NoDesks {

    @Produces
    @Singleton
    @DefaultBean
    Roster roster() {
        return () -> Desks.NONE;
    }
}
