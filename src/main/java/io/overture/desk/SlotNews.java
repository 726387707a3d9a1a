package io.overture.desk;

import io.overture.engine.Input;
import io.overture.flow.Flow;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** What happens to slots becomes something that happens to the visitors they were for. */
final class SlotNews implements SlotListener {

    private final Flow flow;
    private final Function<VisitorKey, Uni<Void>> looked;

    /** @param looked is told when a visitor whose turn it was has had it */
    SlotNews(Flow flow, Function<VisitorKey, Uni<Void>> looked) {
        this.flow = flow;
        this.looked = looked;
    }

    @Override
    public Uni<Void> lost(VisitorKey visitor, String offer) {
        return flow.submit(visitor, new Input.SlotLost(offer)).replaceWithVoid();
    }

    @Override
    public Uni<Void> yielded(VisitorKey visitor, String offer) {
        return flow.submit(visitor, new Input.SlotYielded(offer)).replaceWithVoid();
    }

    /** A visitor whose step fails has not looked: the call stands, and another node makes it again. */
    @Override
    public void free(List<VisitorKey> visitors) {
        visitors.forEach(visitor -> flow.submit(visitor, new Input.Woken())
                .chain(() -> looked.apply(visitor))
                .subscribe()
                .with(done -> {}, away -> {}));
    }
}
