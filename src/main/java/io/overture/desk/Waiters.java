package io.overture.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Wakes who waits for a slot. {@code desk-line.lua} decides whose turn it is and holds the slot for them meanwhile; here
 * they are told. What is lost with a node costs a call its two seconds, and nobody their place.
 */
final class Waiters {

    /** As many of those who wait are looked at, once a second, for whether they still wait in the right line. */
    private static final int MOST_LOOKED_AT = 200;

    private final SlotScript script;
    private final Candidates candidates;
    private volatile @Nullable SlotListener listener;

    Waiters(SlotScript script, Candidates candidates) {
        this.script = script;
        this.candidates = candidates;
    }

    void tell(SlotListener whom) {
        listener = whom;
    }

    /** Does what may free a slot, and tells those who are called for it. */
    Uni<Void> free(String verb, ObjectNode ask) {
        return script.run(verb, ask).invoke(called -> call(called.texts())).replaceWithVoid();
    }

    /** A slot is held for each of these visitors. */
    void call(List<String> visitors) {
        var told = listener;
        if (told != null && !visitors.isEmpty()) {
            told.free(visitors.stream().map(VisitorKey::ofMember).toList());
        }
    }

    /** A visitor who was called has looked: the slot is passed on if it was not taken. */
    Uni<Void> looked(VisitorKey visitor) {
        return free("pass", SlotScript.ask().put("visitor", visitor.member()));
    }

    /** These advisors are there. */
    Uni<Void> serve(Collection<String> advisors) {
        if (listener == null || advisors.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ask = SlotScript.ask();
        var all = ask.putArray("advisors");
        advisors.forEach(all::add);
        return free("serve", ask);
    }

    /** Wakes those whom others serve than when they began to wait: a desk opened or closed, or is covered by another. */
    Uni<Void> realign(Staff staff) {
        return script.run("waiting", SlotScript.ask().put("most", MOST_LOOKED_AT))
                .invoke(waiting -> call(IntStream.iterate(0, i -> i < waiting.size(), i -> i + 3)
                        .filter(i -> !isInLine(waiting.text(i), waiting.text(i + 1), waiting.text(i + 2), staff))
                        .mapToObj(waiting::text)
                        .toList()))
                .replaceWithVoid();
    }

    private boolean isInLine(String visitor, String wish, String line, Staff staff) {
        return candidates
                .line(WishJson.read(VisitorKey.ofMember(visitor), wish), staff)
                .equals(line);
    }
}
