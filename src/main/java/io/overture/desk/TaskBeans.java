package io.overture.desk;

import io.overture.store.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The advisors' lists, for whoever raises or settles tasks. */
@ApplicationScoped
class TaskBeans {

    @Produces
    @Singleton
    RedisTasks tasks(Lanes lanes) {
        return new RedisTasks(lanes);
    }
}
