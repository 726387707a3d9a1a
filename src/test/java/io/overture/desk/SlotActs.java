package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.desk.Staffs.wish;
import static io.overture.store.Stores.get;

import io.overture.offer.Slots;
import io.overture.offer.Wish;
import io.overture.release.Act;
import io.overture.roster.Desks;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Two advisors with a slot each: a visitor waits and is called, a hold goes to another advisor, and it is lost. */
final class SlotActs {

    private static final Desks HOUSE =
            new Desks(List.of(desk("tokyo", Map.of(), advisor("hana", 1, "en"), advisor("ren", 1, "en"))));
    private static final Wish FIRST = wish("o-1", "", "en", "100");
    private static final Wish SECOND = wish("o-2", "", "en", "90");

    private SlotActs() {}

    static List<Act> all(Instant at) {
        var soon = at.plusSeconds(1);
        var later = at.plusSeconds(2);
        return List.of(
                act("hana opens her console", at, slots -> slots.presence().here("hana", "node-1/three")),
                act("hana is available", at, slots -> slots.presence().set("hana", Standing.State.AVAILABLE)),
                act("hana's slot is held", at, slots -> slots.hold(FIRST)),
                act("another visitor waits for a slot", at, slots -> slots.hold(SECOND)),
                act("a node looks after slots and who waits", soon, slots -> reap(slots)),
                act("ren opens his console", soon, slots -> slots.presence().here("ren", "node-2/four")),
                act(
                        "ren is available, who waits is called",
                        soon,
                        slots -> slots.presence().set("ren", Standing.State.AVAILABLE)),
                act("who was called does not take the slot", soon, slots -> slots.looked(SECOND.visitor())),
                act("hana goes", later, slots -> slots.presence().set("hana", Standing.State.AWAY)),
                act("what hana held goes to ren", later, slots -> reap(slots)),
                act("how busy ren is", later, slots -> slots.presence().read()),
                act("the end of the hold comes", at.plus(Slots.UNSEEN), slots -> reap(slots)),
                act("nothing is held any more", later, slots -> slots.presence().read()));
    }

    /** At a node that has just looked who is there: what comes of it, and what visitors are told. */
    private static Act act(String name, Instant now, Function<RedisSlots, Uni<?>> deed) {
        return Act.of(name, lanes -> {
            var told = new ArrayList<String>();
            var slots = new RedisSlots(lanes, () -> HOUSE, InstantSource.fixed(now), DeskConfig.Staffing.LIVE, 4);
            slots.tell(new Told(told));
            get(slots.presence().read());
            return List.of(DeskActs.result(deed.apply(slots)), told);
        });
    }

    private static Uni<Void> reap(RedisSlots slots) {
        return slots.reaper().reap(Duration.ZERO, slots.presence().lastKnown());
    }

    private record Told(List<String> all) implements SlotListener {

        @Override
        public Uni<Void> lost(VisitorKey visitor, String offer) {
            all.add("lost " + offer);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> yielded(VisitorKey visitor, String offer) {
            all.add("yielded " + offer);
            return Uni.createFrom().voidItem();
        }

        @Override
        public void free(List<VisitorKey> visitors) {
            visitors.forEach(each -> all.add("called " + each.member()));
        }
    }
}
