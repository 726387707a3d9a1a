package io.overture.advisor;

import io.overture.desk.Call;
import io.overture.desk.Calls;
import io.overture.desk.Handoffs;
import io.overture.engine.Input;
import io.overture.flow.Flow;
import io.overture.roster.Roster;
import io.overture.roster.Seat;
import io.smallrye.mutiny.Uni;

/**
 * What an advisor does in a conversation. The visitor's value decides: what is asked for is told to the flow, and its
 * receipt is the answer.
 */
final class Conversing {

    private final Flow flow;
    private final Calls calls;
    private final Roster roster;
    private final Claiming claiming;
    private final Speaking speaking;
    private final Noting noting;

    Conversing(Flow flow, Calls calls, Roster roster, Claiming claiming, Speaking speaking, Noting noting) {
        this.flow = flow;
        this.calls = calls;
        this.roster = roster;
        this.claiming = claiming;
        this.speaking = speaking;
        this.noting = noting;
    }

    Uni<Answer> act(Seat seat, Frame.Act act) {
        return calls.find(act.conversation())
                .chain(found -> found.map(call -> act(seat, call, act)).orElseGet(() -> Answers.at(Answers.unknown())));
    }

    private Uni<Answer> act(Seat seat, Call call, Frame.Act act) {
        var advisor = seat.advisor().id();
        return switch (act) {
            case Frame.Claim claim -> claiming.claim(seat, call);
            case Frame.Say say -> speaking.say(advisor, call, say);
            case Frame.Typing typing -> submit(call, new Input.Wording(call.conversation(), advisor));
            case Frame.Seen seen -> speaking.seen(advisor, call, seen);
            case Frame.Note note -> noting.note(advisor, call, note.text());
            case Frame.Transfer transfer -> transfer(advisor, call, transfer);
            case Frame.Handoff handoff -> handoff(seat, call, handoff);
            case Frame.End end -> end(advisor, call, end);
        };
    }

    /** What is noted for the next advisor comes first, so that it is there when it rings. */
    private Uni<Answer> transfer(String advisor, Call call, Frame.Transfer transfer) {
        var to = transfer.to();
        if (to != null && !isThere(to)) {
            return Answers.at(Answer.wrong("/to", "no such advisor or desk"));
        }
        if (to != null && to.id().equals(advisor)) {
            return Answers.at(Answer.wrong("/to", "must be somebody else"));
        }
        var note = transfer.note();
        var noted = note == null ? Answers.at(Answer.DONE) : noting.note(advisor, call, note);
        var input = new Input.Transferred(call.conversation(), advisor, to == null ? null : to.id());
        return noted.chain(() -> submit(call, input));
    }

    private boolean isThere(Frame.Target to) {
        var desks = roster.inForce();
        return to.isDesk()
                ? desks.find(to.id()).isPresent()
                : desks.advisor(to.id()).isPresent();
    }

    private Uni<Answer> handoff(Seat seat, Call call, Frame.Handoff handoff) {
        return Handoffs.to(seat.desk(), call, handoff.channel())
                .map(way -> submit(
                        call,
                        new Input.Pointed(call.conversation(), seat.advisor().id(), way)))
                .orElseGet(() -> Answers.at(Answer.wrong("/channel", "her desk has no way there")));
    }

    private Uni<Answer> end(String advisor, Call call, Frame.End end) {
        var complaint = end.complaint() ? Uni.createFrom().item(true) : noting.hasGrievance(call);
        return complaint.chain(sore -> submit(call, new Input.Finished(call.conversation(), advisor, sore)));
    }

    private Uni<Answer> submit(Call call, Input input) {
        return flow.submit(call.about(), input).map(Answers::to);
    }
}
