package io.overture.flow;

import io.overture.engine.Effect;
import io.overture.store.DeskInbox;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Tells the desk what is due, and her value that it has been told. What fails stays due: her alarm brings it back. */
final class Dues {

    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final DeskInbox desk;

    Dues(DeskInbox desk) {
        this.desk = desk;
    }

    void tell(VisitorKey key, List<Due> dues, Function<List<String>, Uni<?>> told) {
        for (var due : dues) {
            if (underWay.add(due.id())) {
                desk.tell(key, due)
                        .chain(() -> told.apply(List.of(due.id())))
                        .onTermination()
                        .invoke(() -> underWay.remove(due.id()))
                        .subscribe()
                        .with(done -> {}, away -> {});
            }
        }
    }

    void whisper(VisitorKey key, Effect.ForAdvisor effect) {
        desk.whisper(key, effect);
    }
}
