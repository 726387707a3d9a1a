package io.overture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Effect;
import io.overture.engine.Happenings;
import io.overture.engine.Input;
import io.overture.engine.TestBook;
import io.overture.offer.NoSlots;
import io.overture.offer.Wish;
import io.overture.redis.StoreUnavailable;
import io.overture.trigger.Slot;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Tab;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A slot is held before an offer is committed, and what is held for nothing is given back. */
class HoldsTest {

    private static final VisitorKey SHE = VisitorKey.of("demo", "v7Q0123456789abcdefghij");
    private static final Tab TAB = new Tab("node-1", "tab-1");
    private static final Beacon.Standing CONSENT = new Beacon.Standing(new Consent(true, true), null, null);

    private final MemoryStore store = new MemoryStore();
    private final Desk desk = new Desk();
    private final TestNode other = new TestNode(store, TestBook.book().staffed(), TestNode.noDesk(), 100);
    private final TestNode node = new TestNode(
            store,
            desk,
            TestBook.book().offers("t", TestBook.views(1)).staffed(new Slot.Needed("offer-1"), 0),
            TestNode.noDesk(),
            100,
            InstantSource.system());

    /** Slots that answer as they are told to. */
    private static final class Desk extends NoSlots {
        private final List<Wish> wishes = new ArrayList<>();
        private final List<String> released = new ArrayList<>();
        private Supplier<Uni<Boolean>> answer = () -> Uni.createFrom().item(true);

        @Override
        public Uni<Boolean> hold(Wish wish) {
            wishes.add(wish);
            return answer.get();
        }

        @Override
        public Uni<Void> release(String offer) {
            released.add(offer);
            return Uni.createFrom().voidItem();
        }
    }

    @AfterEach
    void close() {
        node.close();
        other.close();
    }

    private void sheLooks() {
        submit(new Input.Greeted(TAB, "s", CONSENT));
        var view = Happenings.view(Instant.now(), Happenings.piece("W-100", "watches/dive", 12_500));
        submit(new Input.Arrived(new Beacon("p1", 1, "s", CONSENT, List.of(view))));
    }

    private void submit(Input input) {
        submit(node, input);
    }

    private static void submit(TestNode at, Input input) {
        at.flow.submit(SHE, input).await().atMost(Duration.ofSeconds(30));
    }

    private boolean isInvited() {
        return node.said.stream().anyMatch(Effect.Deliver.class::isInstance);
    }

    @Test
    void theSlotIsAskedForWithWhatSheNeeds() {
        sheLooks();

        assertThat(isInvited()).isTrue();
        assertThat(desk.wishes).singleElement().satisfies(wish -> {
            assertThat(wish.offer()).isEqualTo("offer-1");
            assertThat(wish.category()).isEqualTo("watches/dive");
            assertThat(wish.channels()).containsExactly("chat", "call");
            assertThat(wish.tier()).isEqualTo("unknown");
        });
        assertThat(desk.released).isEmpty();
    }

    @Test
    void noSlotNoOffer() {
        desk.answer = () -> Uni.createFrom().item(false);

        sheLooks();

        assertThat(isInvited()).isFalse();
    }

    @Test
    void onDoubtNoOffer() {
        desk.answer = () -> Uni.createFrom().failure(new StoreUnavailable("away"));

        sheLooks();

        assertThat(isInvited()).isFalse();
    }

    @Test
    void aConflictUsesTheSameSlotAgain() {
        desk.answer = () -> {
            submit(other, new Input.Greeted(new Tab("node-1", "tab-2"), "s", CONSENT));
            return Uni.createFrom().item(true);
        };

        sheLooks();

        assertThat(node.conflicts).hasValue(1);
        assertThat(isInvited()).isTrue();
        assertThat(desk.wishes).hasSize(1);
        assertThat(desk.released).isEmpty();
    }

    @Test
    void aSlotThatIsNotNeededAfterAllIsGivenBack() {
        desk.answer = () -> {
            submit(other, new Input.Asked(TAB, "ask-1", null, null, Input.Reply.NONE));
            return Uni.createFrom().item(true);
        };

        sheLooks();

        assertThat(isInvited()).isFalse();
        assertThat(desk.released).containsExactly("offer-1");
    }
}
