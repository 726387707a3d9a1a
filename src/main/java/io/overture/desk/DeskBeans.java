package io.overture.desk;

import io.overture.offer.NoSlots;
import io.overture.offer.Slots;
import io.overture.store.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** This node's desk, put together. */
@ApplicationScoped
class DeskBeans {

    @Produces
    @Singleton
    RedisDeskInbox inbox(Lanes lanes) {
        return new RedisDeskInbox(lanes);
    }

    @Produces
    @Singleton
    Slots slots() {
        return new NoSlots();
    }
}
