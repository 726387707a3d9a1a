package io.overture.visitor;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What goes from a visitor who takes more room than one may, bit by bit: of each part the half that was touched least
 * recently, until one is left or none.
 *
 * <pre>
 *   items of the session (one stays) → other events → trails of pages (one stays) → looks without an item → lines of the
 *   cart → items of earlier visits, favourites, what was left in the cart, wishes, orders → where the visit came from →
 *   the last item's brand and category, and its topics
 * </pre>
 *
 * Never touched: the word on consent, limits, the invitation, the conversation, what is due, notices, which batches were
 * folded, and the visitor's names.
 */
public final class Thinning {

    private static final List<UnaryOperator<Visitor>> ORDER = List.of(
            inSession(session -> session.with(session.attention().withFewerItems())),
            inSession(session -> session.with(session.occurrences().fewer())),
            inSession(session -> session.with(session.attention().withFewerTracks())),
            inSession(session -> session.with(session.attention().withoutUnplaced())),
            inSession(session -> session.with(session.cart().fewer())),
            inMemory(had -> had.with(
                    had.wishes(), had.favours(), had.purchases(), half(had.seen(), naturalOrder()), had.cart())),
            inMemory(had -> had.with(
                    had.wishes(),
                    half(had.favours(), comparing(Favour::touched)),
                    had.purchases(),
                    had.seen(),
                    had.cart())),
            inMemory(had -> had.with(had.wishes(), had.favours(), had.purchases(), had.seen(), Set.of())),
            inMemory(had -> had.with(
                    half(had.wishes(), comparing(Wish::touchedAt)),
                    had.favours(),
                    had.purchases(),
                    had.seen(),
                    had.cart())),
            inMemory(had -> had.with(had.wishes(), had.favours(), Keep.half(had.purchases()), had.seen(), had.cart())),
            inSession(session -> session.with(session.context().languageOnly())),
            inSession(session -> session.with(session.attention().withBareItems())));

    private Thinning() {}

    /** The next smaller one; empty when nothing more may go. */
    public static Optional<Visitor> of(Visitor visitor) {
        return ORDER.stream()
                .map(part -> part.apply(visitor))
                .filter(next -> next != visitor)
                .findFirst();
    }

    private static UnaryOperator<Visitor> inSession(UnaryOperator<Session> change) {
        return visitor -> {
            var session = visitor.session();
            return session == null ? visitor : with(visitor, visitor.memory(), change.apply(session));
        };
    }

    private static UnaryOperator<Visitor> inMemory(UnaryOperator<Memory> change) {
        return visitor -> {
            var memory = change.apply(visitor.memory());
            return with(visitor, memory.equals(visitor.memory()) ? visitor.memory() : memory, visitor.session());
        };
    }

    private static <V> Map<String, V> half(Map<String, V> map, Comparator<V> byAge) {
        return Keep.half(map, 0, byAge);
    }

    private static Visitor with(Visitor visitor, Memory memory, @Nullable Session session) {
        return memory == visitor.memory() && session == visitor.session() ? visitor : visitor.with(memory, session);
    }
}
