package io.overture.intake;

import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Flow;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** Remembers what came through the doors, and answers as a test says. */
final class FakeFlow implements Flow {

    record Submitted(VisitorKey key, Input input) {}

    final List<Submitted> submitted = new CopyOnWriteArrayList<>();
    volatile BiFunction<VisitorKey, Input, Uni<Receipt>> answers =
            (key, input) -> Uni.createFrom().item(Receipt.TAKEN);

    @Override
    public Uni<Receipt> submit(VisitorKey key, Input input) {
        submitted.add(new Submitted(key, input));
        return answers.apply(key, input);
    }

    @Override
    public Uni<Optional<Visitor>> look(VisitorKey key) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public int underWay() {
        return 0;
    }

    List<Input> inputs() {
        return submitted.stream().map(Submitted::input).toList();
    }
}
