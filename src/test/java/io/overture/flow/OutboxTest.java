package io.overture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.store.Homeward;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is for another region goes there and nowhere else; that somebody is to be forgotten goes everywhere. */
class OutboxTest {

    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));

    private final List<String> told = new ArrayList<>();
    private final Outbox outbox = new Outbox(
            TestNode.desk((about, due) -> {
                told.add("desk " + due.id());
                return Uni.createFrom().voidItem();
            }),
            new Homeward() {
                @Override
                public Uni<Void> tell(VisitorKey about, Due.Returned due) {
                    told.add("home " + due.id());
                    return Uni.createFrom().voidItem();
                }

                @Override
                public Uni<Void> forget(VisitorKey about) {
                    told.add("home forgets");
                    return Uni.createFrom().voidItem();
                }
            });

    @Test
    void each_word_goes_where_it_belongs() {
        tell(new Due.Returned("returned", "europe", "p", null, null));
        tell(new Due.Freed("freed", "offer"));
        tell(new Due.Forget("forget"));

        assertThat(told).containsExactly("home returned", "desk freed", "desk forget", "home forgets");
    }

    private void tell(Due due) {
        outbox.tell(SHE, due).await().indefinitely();
    }
}
