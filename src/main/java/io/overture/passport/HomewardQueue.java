package io.overture.passport;

import io.overture.store.Homeward;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;

/** Puts what home regions are to be told into the queue; where passports are off there is nothing to tell or to forget. */
final class HomewardQueue implements Homeward {

    private final Regions regions;
    private final ReturnQueue queue;
    private final Pseudonyms pseudonyms;

    HomewardQueue(Regions regions, ReturnQueue queue, Pseudonyms pseudonyms) {
        this.regions = regions;
        this.queue = queue;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public Uni<Void> tell(VisitorKey about, Due.Returned due) {
        return regions.isOn() ? queue.add(about, due) : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> forget(VisitorKey about) {
        return regions.isOn()
                ? pseudonyms
                        .forget(about)
                        .chain(() -> queue.forget(
                                about,
                                regions.partners().stream().map(Partner::name).toList()))
                : Uni.createFrom().voidItem();
    }
}
