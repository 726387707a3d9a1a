package io.overture.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.offer.Bar;
import io.overture.offer.Slots;
import io.overture.offer.Wish;
import io.overture.roster.Roster;
import io.overture.store.Lanes;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;

/** Slots in Redis: Java says who would do, in which order, and the script takes the first who can. */
public final class RedisSlots implements Slots {

    private final SlotScript script;
    private final Candidates candidates;
    private final Roster roster;
    private final Presence presence;
    private final Waiters waiters;
    private final Reaper reaper;
    private final Bar bar;
    private final InstantSource clock;
    private final DeskConfig.Staffing staffing;

    RedisSlots(Lanes lanes, Roster roster, InstantSource clock, DeskConfig.Staffing staffing) {
        this.script = new SlotScript(lanes, clock);
        this.candidates = new Candidates(roster, clock);
        this.roster = roster;
        this.waiters = new Waiters(script, roster, clock);
        this.presence = new Presence(lanes, clock, waiters);
        this.reaper = new Reaper(script, candidates, presence, waiters);
        this.bar = new Bar(clock);
        this.clock = clock;
        this.staffing = staffing;
    }

    public Presence presence() {
        return presence;
    }

    Reaper reaper() {
        return reaper;
    }

    @Override
    public Uni<Boolean> hold(Wish wish) {
        if (!areNeeded()) {
            return Uni.createFrom().item(true);
        }
        var ask = SlotScript.ask();
        if (!candidates.addTo(ask, wish, presence.lastKnown())) {
            return Uni.createFrom().item(false);
        }
        ask.put("offer", wish.offer())
                .put("visitor", wish.visitor().member())
                .put("tier", wish.tier())
                .put("weight", wish.weight().toPlainString())
                .put("wish", WishJson.write(wish))
                .put("ends", clock.instant().plus(UNSEEN).toEpochMilli());
        return script.run("hold", ask).map(answer -> {
            bar.slots(answer.number(1), answer.number(2));
            return !answer.text(0).isEmpty();
        });
    }

    @Override
    public Uni<Void> keep(String offer, Instant until) {
        return script.run("keep", SlotScript.ask().put("offer", offer).put("ends", until.toEpochMilli()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> release(String offer) {
        return freeing("release", SlotScript.ask().put("offer", offer));
    }

    /**
     * This advisor attends the conversation from now on: the slot held for the offer it came from is given back, and so
     * is that of whoever attended it before. Never fails for want of a slot; of a conversation that is over it does nothing.
     *
     * @param tier counted when nothing was held
     */
    public Uni<Void> convert(String offer, String conversation, String advisor, String tier) {
        return freeing(
                "convert",
                SlotScript.ask()
                        .put("offer", offer)
                        .put("conversation", conversation)
                        .put("advisor", advisor)
                        .put("tier", tier));
    }

    /** The conversation is over. */
    public Uni<Void> finish(String conversation) {
        return freeing("finish", SlotScript.ask().put("conversation", conversation));
    }

    /** From now on {@code whom} hears of slots lost and come free; before, nobody does. */
    public void tell(SlotListener whom) {
        waiters.tell(whom);
        reaper.tell(whom);
    }

    @Override
    public boolean haveDesks() {
        return !roster.inForce().isEmpty();
    }

    @Override
    public boolean areNeeded() {
        var desks = roster.inForce();
        return !desks.isEmpty()
                && switch (staffing) {
                    case LIVE -> true;
                    case ASSUMED -> desks.all().stream().anyMatch(presence.lastKnown()::isStaffed);
                };
    }

    @Override
    public BigDecimal bar(String tier) {
        return areNeeded() ? bar.of(tier) : BigDecimal.ZERO;
    }

    @Override
    public void considered(String tier, BigDecimal weight) {
        bar.considered(tier, weight);
    }

    private Uni<Void> freeing(String verb, ObjectNode ask) {
        return script.run(verb, ask).chain(freed -> waiters.cameFree(freed.texts()));
    }
}
