package io.overture.dossier;

import io.overture.redis.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What dossiers need beside themselves. */
@ApplicationScoped
class DossierBeans {

    @Produces
    @Singleton
    Openings openings(Lanes lanes) {
        return new Openings(lanes);
    }
}
