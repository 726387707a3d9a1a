package io.overture.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.store.AnyVisitor;
import org.junit.jupiter.api.Test;

/** How much heap a busy visitor takes; {@link HeapOf} says what counts. */
class VisitorHeapTest {

    private static final int MOST_BYTES = 8_900;

    private static final Object[] CONSTANTS = {
        Recent.NEVER,
        Stretches.NONE,
        Category.NONE,
        Occurrences.NONE,
        Searches.NONE,
        Checkout.NONE,
        Context.UNKNOWN,
        Cart.EMPTY,
        Track.EMPTY,
        Favour.NONE,
        Wish.NEVER,
        Seqs.NONE,
        Session.Tally.NONE
    };

    @Test
    void a_busy_visitor_read_from_the_store_is_small() {
        var stored = AnyVisitor.stored(BusyVisitor.since(AnyVisitor.NOW));

        var heap = HeapOf.value(stored.visitor(), CONSTANTS);

        assertThat(heap.bytes()).as(heap.byClass()).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void a_busy_visitor_whom_a_node_has_stepped_is_small() {
        var visitor = BusyVisitor.since(AnyVisitor.NOW);

        var heap = HeapOf.value(visitor, CONSTANTS);

        assertThat(heap.bytes()).as(heap.byClass()).isLessThanOrEqualTo(MOST_BYTES);
    }
}
