package io.overture.desk;

import io.overture.engine.Input;
import io.overture.flow.Flow;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What happens to slots becomes something that happens to the visitors they were for. */
final class SlotNews implements SlotListener {

    private final Flow flow;

    SlotNews(Flow flow) {
        this.flow = flow;
    }

    @Override
    public Uni<Void> lost(VisitorKey visitor, String offer) {
        return flow.submit(visitor, new Input.SlotLost(offer)).replaceWithVoid();
    }

    @Override
    public void free(List<VisitorKey> visitors) {
        visitors.forEach(
                visitor -> flow.submit(visitor, new Input.Woken()).subscribe().with(woken -> {}, away -> {}));
    }
}
