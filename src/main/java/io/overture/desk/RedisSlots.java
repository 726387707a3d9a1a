package io.overture.desk;

import io.overture.offer.Bar;
import io.overture.offer.Slots;
import io.overture.offer.Wish;
import io.overture.redis.Lanes;
import io.overture.roster.Roster;
import io.overture.visitor.VisitorKey;
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
    private final int offersPerAddress;

    /** @param offersPerAddress open at once to strangers of one address */
    RedisSlots(Lanes lanes, Roster roster, InstantSource clock, DeskConfig.Staffing staffing, int offersPerAddress) {
        this.script = new SlotScript(lanes, clock);
        this.bar = new Bar();
        this.candidates = new Candidates(roster, clock, bar);
        this.roster = roster;
        this.waiters = new Waiters(script, candidates);
        this.presence = new Presence(lanes, clock, waiters);
        this.reaper = new Reaper(script, candidates, roster, presence, waiters);
        this.clock = clock;
        this.staffing = staffing;
        this.offersPerAddress = offersPerAddress;
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
                .put("stranger", wish.isOfStranger())
                .put("moment", wish.moment())
                .put("weight", wish.weight().toPlainString())
                .put("wish", WishJson.write(wish))
                .put("ends", clock.instant().plus(UNSEEN).toEpochMilli());
        var places = ask.putArray("places");
        if (wish.isOfStranger()) {
            int most = offersPerAddress;
            for (var place : wish.places()) {
                places.addArray().add(place).add(most);
                most = offersPerAddress * Places.PER_PROVIDER;
            }
        }
        return script.run("hold", ask).map(answer -> {
            waiters.call(answer.list(2).texts());
            reaper.tellYielded(answer.list(1)).subscribe().with(told -> {}, later -> {});
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
        return waiters.free("release", SlotScript.ask().put("offer", offer));
    }

    /**
     * This advisor attends the conversation from now on: the slot held for the offer it came from is given back, and so
     * is that of whoever attended it before. Never fails for want of a slot; of a conversation that is over it does nothing.
     *
     * @param tier counted when nothing was held
     */
    public Uni<Void> convert(String offer, String conversation, String advisor, String tier) {
        return waiters.free(
                "convert",
                SlotScript.ask()
                        .put("offer", offer)
                        .put("conversation", conversation)
                        .put("advisor", advisor)
                        .put("tier", tier));
    }

    /** The conversation is over. */
    public Uni<Void> finish(String conversation) {
        return waiters.free("finish", SlotScript.ask().put("conversation", conversation));
    }

    /** A visitor who was called has looked: a slot held for the call goes to the next, if it was not taken. */
    Uni<Void> looked(VisitorKey visitor) {
        return waiters.looked(visitor);
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
    public void considered(String tier, BigDecimal weight) {
        bar.considered(tier, weight);
    }
}
