package io.overture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Effect;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.engine.TestBook;
import io.overture.offer.NoSlots;
import io.overture.redis.StoreUnavailable;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Due;
import io.overture.visitor.Tab;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A place on a list is taken before a promise is committed, and without one nothing is promised. */
class PlacesTest {

    private static final VisitorKey SHE = VisitorKey.of("demo", "v7Q0123456789abcdefghij");
    private static final Tab TAB = Tab.of("node-1", "tab-1", List.of("home"));
    private static final Beacon.Standing CONSENT = new Beacon.Standing(new Consent(true, true), null, null);
    private static final Input.Asked ASKED =
            new Input.Asked(TAB, "ask-1", null, "call", new Input.Reply("+33 1", null, null));

    private final MemoryStore store = new MemoryStore();
    private final List<String> taken = new ArrayList<>();
    private Supplier<Uni<Boolean>> answer = () -> Uni.createFrom().item(true);
    private final TestNode other = new TestNode(store, TestBook.book().staffed(), TestNode.noDesk(), 100);
    private final TestNode node = new TestNode(
            store,
            new NoSlots(),
            (about, promise, places) -> {
                taken.add(promise.asked() + " at " + places);
                return answer.get();
            },
            TestBook.book().staffed(),
            TestNode.desk((about, due) -> due instanceof Due.Promised
                    ? Uni.createFrom().failure(new StoreUnavailable("later"))
                    : Uni.createFrom().voidItem()),
            100,
            InstantSource.system());

    @AfterEach
    void close() {
        node.close();
        other.close();
    }

    @Test
    void whatHasAPlaceIsPromised() {
        var receipt = sheAsks();

        assertThat(receipt).isEqualTo(Receipt.TAKEN);
        assertThat(taken).containsExactly("ask-1 at [home]");
        assertThat(node.said).anyMatch(Effect.Noted.class::isInstance);
        assertThat(due()).hasSize(1);
    }

    @Test
    void whatHasNoneIsRefused() {
        answer = () -> Uni.createFrom().item(false);

        var receipt = sheAsks();

        assertRefused(receipt);
    }

    @Test
    void onDoubtNothingIsPromised() {
        answer = () -> Uni.createFrom().failure(new StoreUnavailable("away"));

        var receipt = sheAsks();

        assertRefused(receipt);
    }

    @Test
    void aConflictTakesNoOther() {
        answer = () -> {
            submit(other, new Input.Greeted(new Tab("node-1", "tab-2"), "s", CONSENT));
            return Uni.createFrom().item(true);
        };

        var receipt = sheAsks();

        assertThat(node.conflicts).hasValue(1);
        assertThat(receipt).isEqualTo(Receipt.TAKEN);
        assertThat(taken).hasSize(1);
        assertThat(due()).hasSize(1);
    }

    private void assertRefused(Receipt receipt) {
        assertThat(receipt).isEqualTo(Receipt.FULL);
        assertThat(node.said).anyMatch(Effect.NoRoom.class::isInstance).noneMatch(Effect.Noted.class::isInstance);
        assertThat(due()).isEmpty();
    }

    private Receipt sheAsks() {
        submit(node, new Input.Greeted(TAB, "s", CONSENT));
        return submit(node, ASKED);
    }

    private List<Due> due() {
        return node.flow.look(SHE).await().atMost(Duration.ofSeconds(30)).orElseThrow().due().stream()
                .filter(Due.Promised.class::isInstance)
                .toList();
    }

    private static Receipt submit(TestNode at, Input input) {
        return at.flow.submit(SHE, input).await().atMost(Duration.ofSeconds(30));
    }
}
