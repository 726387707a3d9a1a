package io.overture.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Flow;
import io.overture.flow.Unavailable;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a node makes of a call. */
class SlotNewsTest {

    private static final VisitorKey VISITOR = VisitorKey.of("demo", "visitor-0123456789-0123456789");

    private final List<VisitorKey> looked = new ArrayList<>();

    @Test
    void a_visitor_who_took_the_step_has_looked() {
        call(Uni.createFrom().item(Receipt.TAKEN));

        assertThat(looked).containsExactly(VISITOR);
    }

    @Test
    void a_visitor_whose_step_failed_has_not_and_is_called_again() {
        call(Uni.createFrom().failure(new Unavailable("busy", Duration.ofSeconds(1))));

        assertThat(looked).isEmpty();
    }

    private void call(Uni<Receipt> step) {
        var flow = new Flow() {
            @Override
            public Uni<Receipt> submit(VisitorKey key, Input input) {
                return step;
            }

            @Override
            public Uni<Optional<Visitor>> look(VisitorKey key) {
                return Uni.createFrom().item(Optional.empty());
            }

            @Override
            public int underWay() {
                return 0;
            }
        };
        new SlotNews(flow, visitor -> {
                    looked.add(visitor);
                    return Uni.createFrom().voidItem();
                })
                .free(List.of(VISITOR));
    }
}
