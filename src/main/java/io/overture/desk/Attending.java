package io.overture.desk;

import io.overture.client.Clients;
import io.overture.client.History;
import io.overture.visitor.Due;
import io.overture.visitor.Stage;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;

/** What follows when an advisor has taken a conversation, and when it has come to an end. */
final class Attending {

    private final CallScript script;
    private final RedisSlots slots;
    private final Calls calls;
    private final Rings rings;
    private final Errands errands;
    private final Clients clients;
    private final Reasons reasons;

    Attending(
            CallScript script,
            RedisSlots slots,
            Calls calls,
            Rings rings,
            Errands errands,
            Clients clients,
            Reasons reasons) {
        this.script = script;
        this.slots = slots;
        this.calls = calls;
        this.rings = rings;
        this.errands = errands;
        this.clients = clients;
        this.reasons = reasons;
    }

    Uni<Void> taken(VisitorKey about, Due.Taken taken) {
        return script.take(about, taken)
                .chain(outcome -> outcome.isNews()
                        ? convert(taken.conversation(), taken.advisor().id())
                                .chain(() -> rings.over(
                                        about,
                                        taken.conversation(),
                                        outcome.without(taken.advisor().id()),
                                        ConsoleFrames.Unring.CLAIMED,
                                        taken.advisor().name()))
                                .chain(() -> rings.stands(
                                        taken.conversation(), taken.advisor().id()))
                        : Uni.createFrom().voidItem());
    }

    Uni<Void> finished(VisitorKey about, Due.Finished finished) {
        var tier = reasons.relationship(finished.client(), finished.tier());
        return script.end(about, finished, tier)
                .chain(outcome -> outcome.isNews()
                        ? settle(about, finished)
                                .chain(() -> rings.over(
                                        about, finished.conversation(), outcome, ConsoleFrames.Unring.ENDED, null))
                        : Uni.createFrom().voidItem());
    }

    /** The slot is whoever's attends it now, also when another claim was told of meanwhile. */
    private Uni<Void> convert(String conversation, String advisor) {
        return calls.find(conversation)
                .chain(call -> slots.convert(
                        conversation,
                        conversation,
                        advisor,
                        call.map(Call::tier).orElse("")))
                .chain(() -> script.attendant(conversation))
                .chain(now -> now.isEmpty() || now.get().equals(advisor)
                        ? Uni.createFrom().voidItem()
                        : convert(conversation, now.get()));
    }

    private Uni<Void> settle(VisitorKey about, Due.Finished finished) {
        return finished.ending() == Stage.Ending.UNMET
                ? slots.release(finished.conversation()).chain(() -> errands.unmet(about, finished))
                : slots.finish(finished.conversation()).chain(() -> remember(finished));
    }

    /** For the next time she comes. */
    private Uni<Void> remember(Due.Finished finished) {
        var client = finished.client();
        var advisor = finished.advisor();
        if (client == null || advisor == null) {
            return Uni.createFrom().voidItem();
        }
        return clients.addConversation(
                client,
                new History.Talk(
                        finished.conversation(),
                        finished.at(),
                        advisor,
                        finished.request().item()));
    }
}
