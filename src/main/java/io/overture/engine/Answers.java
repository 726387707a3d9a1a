package io.overture.engine;

import io.overture.visitor.Closed;
import io.overture.visitor.Conversation;
import io.overture.visitor.Due;
import io.overture.visitor.Invitation;
import io.overture.visitor.Outcome;
import io.overture.visitor.Request;
import io.overture.visitor.Session;
import io.overture.visitor.Stage;
import io.overture.visitor.Tab;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What she answers, and what she asks for. The first answer wins; whatever comes after gets a kind word and no more. */
final class Answers {

    private static final String TEXT = "chat";
    private static final String CALL = "call";

    private final Turn turn;

    Answers(Turn turn) {
        this.turn = turn;
    }

    Receipt answered(Input.Answered answer) {
        var invitation = turn.visitor.invitation();
        if (invitation == null || !invitation.id().equals(answer.invitation())) {
            return tooLate(answer);
        }
        turn.sheIsThere();
        var shown = shown(invitation);
        switch (answer.response()) {
            case SHOWN -> {}
            case ACCEPTED -> accepted(shown, answer);
            case DECLINED -> refused(shown, Outcome.DECLINED, answer);
            case DISMISSED -> refused(shown, Outcome.DISMISSED, answer);
        }
        return Receipt.TAKEN;
    }

    Receipt asked(Input.Asked asked) {
        var open = turn.visitor.conversation();
        if (asked.reply().contact() != null) {
            return promised(asked, open);
        }
        if (open != null && (open.isOpen() || open.id().equals(asked.id()))) {
            turn.say(new Effect.Stands(open, true, List.of(asked.tab())));
            return Receipt.REPEATED;
        }
        // Where there are no desks what she asks for is written down at once, and no more.
        if (Due.isMuch(turn.visitor.due())
                || !turn.facts.mayPromise() && !turn.facts.service().hasDesks()) {
            return noRoom(asked, TEXT);
        }
        turn.close(Outcome.WITHDRAWN, Effect.Reason.WITHDRAWN);
        turn.sheIsThere();
        var request = request(asked, TEXT);
        turn.entries.add(new Entry.AdvisorRequested(asked.id(), asked.item(), request.channel(), request.weight()));
        turn.countsAsInvitation();
        begin(asked.id(), request, null, asked.tab());
        return Receipt.TAKEN;
    }

    /** Nobody need come at once: she says how to reach her. What she waited for in vain is settled with it. */
    private Receipt promised(Input.Asked asked, @Nullable Conversation open) {
        if (Due.isMuch(turn.visitor.due()) || !turn.facts.mayPromise()) {
            return noRoom(asked, CALL);
        }
        turn.sheIsThere();
        var request = request(asked, CALL);
        turn.entries.add(new Entry.ReplyPromised(asked.id(), request.channel(), request.weight()));
        turn.talked();
        if (open == null || open.stage() instanceof Stage.Over) {
            turn.close(Outcome.WITHDRAWN, Effect.Reason.WITHDRAWN);
            turn.countsAsInvitation();
        }
        if (open != null && !open.isOpen()) {
            turn.visitor = turn.visitor.withConversation(null);
        }
        turn.visitor = turn.visitor.owing(new Due.Promised(
                Due.Promised.idOf(asked.id()),
                open == null || open.isOpen() ? null : open.id(),
                request,
                asked.reply().contact(),
                asked.reply().when(),
                asked.reply().note(),
                turn.clientId(),
                turn.clientTier(),
                turn.now));
        turn.say(new Effect.Noted(asked.id(), request.channel(), request.language(), List.of(asked.tab())));
        return Receipt.TAKEN;
    }

    /** Said before anything is promised, and nothing else changes: what is before her stays. */
    private Receipt noRoom(Input.Asked asked, String usual) {
        var channel = asked.channel() == null ? usual : asked.channel();
        turn.entries.add(new Entry.RequestRefused(asked.id(), channel));
        turn.say(new Effect.NoRoom(asked.id(), channel, language(), List.of(asked.tab())));
        return Receipt.FULL;
    }

    private Request request(Input.Asked asked, String usual) {
        var channel = asked.channel() == null ? usual : asked.channel();
        return new Request(
                null, asked.item(), name(asked.item()), List.of(channel), language(), ownWeight(), isPriced());
    }

    private @Nullable String name(@Nullable String item) {
        var session = turn.visitor.session();
        return session == null ? null : session.nameOf(item);
    }

    /** Every answer implies that she saw it. */
    private Invitation shown(Invitation invitation) {
        if (invitation.isShown()) {
            return invitation;
        }
        var shown = invitation.shown(turn.now);
        var session = turn.visitor.session();
        turn.visitor = turn.visitor
                .with(turn.visitor.memory().shown(turn.now), session == null ? null : session.shownOne())
                .withInvitation(shown);
        if (shown.isSlotHeld()) {
            turn.visitor = turn.visitor.owing(new Due.Kept(
                    "kept:" + shown.id(), shown.id(), shown.expiresAt().plus(Engine.GRACE)));
        }
        turn.entries.add(new Entry.InvitationShown(invitation.id(), invitation.trigger()));
        return shown;
    }

    private void accepted(Invitation invitation, Input.Answered answer) {
        var channels = new ArrayList<>(invitation.channels());
        var chosen = answer.channel() != null && channels.contains(answer.channel())
                ? answer.channel()
                : channels.getFirst();
        channels.remove(chosen);
        channels.addFirst(chosen);
        close(invitation, Outcome.ACCEPTED, answer, chosen);
        var request = new Request(
                invitation.trigger(),
                invitation.item(),
                name(invitation.item()),
                channels,
                invitation.language(),
                invitation.weight(),
                isPriced());
        var advisor = invitation.advisor();
        begin(invitation.id(), request, advisor == null ? null : advisor.id(), answer.tab());
    }

    private void refused(Invitation invitation, Outcome outcome, Input.Answered answer) {
        var memory = turn.visitor.memory();
        turn.visitor = turn.visitor.with(
                outcome == Outcome.DISMISSED ? memory.dismissed(turn.now) : memory.refused(turn.now),
                turn.visitor.session());
        close(invitation, outcome, answer, null);
        turn.freeSlot(invitation);
    }

    private void close(Invitation invitation, Outcome outcome, Input.Answered answer, @Nullable String channel) {
        turn.visitor = turn.visitor.closed(new Closed(invitation.id(), outcome, answer.tab()));
        turn.entries.add(new Entry.InvitationClosed(invitation.id(), invitation.trigger(), outcome, true, channel));
        turn.say(new Effect.Withdraw(invitation.id(), Effect.Reason.ANSWERED_ELSEWHERE, turn.otherTabs(answer.tab())));
    }

    private void begin(String id, Request request, @Nullable String to, Tab tab) {
        turn.talked();
        var conversation = Conversation.begun(id, request, to, turn.now);
        new Attendance(turn).begin(conversation);
        turn.say(new Effect.Stands(conversation, true, List.of(tab)));
    }

    /** The answer comes too late, or somebody else was first, or nobody knows the invitation. */
    private Receipt tooLate(Input.Answered answer) {
        var closed = turn.visitor.closed().stream()
                .filter(each -> each.id().equals(answer.invitation()))
                .findFirst();
        if (closed.isPresent() && answer.tab().equals(closed.get().by()) && isSaidAgain(answer, closed.get())) {
            goOn(answer);
            return Receipt.REPEATED;
        }
        turn.say(new Effect.Withdraw(
                answer.invitation(),
                closed.map(each -> reason(each.outcome())).orElse(Effect.Reason.WITHDRAWN),
                List.of(answer.tab())));
        // The node that took her yes may have died before it could say so: the page then says it again from a new
        // socket.
        if (answer.response() == Input.Response.ACCEPTED) {
            goOn(answer);
        }
        return Receipt.REPEATED;
    }

    /** With the conversation that came of the invitation, if it is open. */
    private void goOn(Input.Answered answer) {
        var conversation = turn.visitor.conversation();
        if (conversation != null && conversation.id().equals(answer.invitation())) {
            turn.say(new Effect.Stands(conversation, true, List.of(answer.tab())));
        }
    }

    private static boolean isSaidAgain(Input.Answered answer, Closed closed) {
        return switch (answer.response()) {
            case SHOWN -> true;
            case ACCEPTED -> closed.outcome() == Outcome.ACCEPTED;
            case DECLINED -> closed.outcome() == Outcome.DECLINED;
            case DISMISSED -> closed.outcome() == Outcome.DISMISSED;
        };
    }

    private static Effect.Reason reason(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED, DECLINED, DISMISSED -> Effect.Reason.ANSWERED_ELSEWHERE;
            case EXPIRED -> Effect.Reason.EXPIRED;
            case WITHDRAWN -> Effect.Reason.WITHDRAWN;
        };
    }

    /** Whether the house knows what is at stake now. */
    private boolean isPriced() {
        var sight = Sight.of(turn.visitor, turn.facts, null);
        return sight != null && sight.stake().isKnown();
    }

    private BigDecimal ownWeight() {
        var sight = Sight.of(turn.visitor, turn.facts, null);
        return sight == null ? Sight.ownWeight(turn.facts.book(), null, null) : sight.ownWeight();
    }

    private String language() {
        var session = turn.visitor.session();
        return session == null ? Session.DEFAULT_LANGUAGE : session.language();
    }
}
