package io.overture.engine;

import io.overture.visitor.Closed;
import io.overture.visitor.Conversation;
import io.overture.visitor.Due;
import io.overture.visitor.Invitation;
import io.overture.visitor.Outcome;
import io.overture.visitor.Session;
import io.overture.visitor.Tab;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What she answers, and what she asks for. The first answer wins; whatever comes after gets a kind word and no more. */
final class Answers {

    private static final String TEXT = "chat";

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
        if (open != null) {
            turn.say(new Effect.Waiting(open, List.of(asked.tab())));
            return Receipt.REPEATED;
        }
        turn.close(Outcome.WITHDRAWN, Effect.Reason.WITHDRAWN);
        turn.sheIsThere();
        var channel = asked.channel() == null ? TEXT : asked.channel();
        var conversation = new Conversation(asked.id(), channel, asked.item(), language(), turn.now, List.of());
        var weight = ownWeight();
        turn.entries.add(new Entry.AdvisorRequested(asked.id(), asked.item(), channel, weight));
        begin(conversation, asked.tab(), null, weight, List.of(channel));
        return Receipt.TAKEN;
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
        var conversation = new Conversation(
                invitation.id(), chosen, invitation.item(), invitation.language(), turn.now, List.of());
        begin(conversation, answer.tab(), invitation.trigger(), invitation.weight(), channels);
    }

    private void refused(Invitation invitation, Outcome outcome, Input.Answered answer) {
        turn.visitor = turn.visitor.with(turn.visitor.memory().refused(turn.now), turn.visitor.session());
        close(invitation, outcome, answer, null);
    }

    private void close(Invitation invitation, Outcome outcome, Input.Answered answer, @Nullable String channel) {
        turn.visitor = turn.visitor.closed(new Closed(invitation.id(), outcome, answer.tab()));
        turn.entries.add(new Entry.InvitationClosed(invitation.id(), invitation.trigger(), outcome, true, channel));
        turn.say(new Effect.Withdraw(invitation.id(), Effect.Reason.ANSWERED_ELSEWHERE, turn.otherTabs(answer.tab())));
    }

    private void begin(
            Conversation conversation, Tab tab, @Nullable String trigger, BigDecimal weight, List<String> channels) {
        var session = turn.visitor.session();
        var client = session == null ? null : session.client();
        turn.visitor = turn.visitor
                .withConversation(conversation)
                .owing(new Due.Wanted(
                        conversation.id(),
                        trigger,
                        conversation.item(),
                        channels,
                        conversation.language(),
                        client == null ? null : client.id(),
                        client == null ? null : client.tier(),
                        weight,
                        turn.now));
        turn.say(new Effect.Waiting(conversation, List.of(tab)));
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
            turn.say(new Effect.Waiting(conversation, List.of(answer.tab())));
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

    /** What her own wish weighs: stake × relationship. She asked, so intent is certain. */
    private BigDecimal ownWeight() {
        var session = turn.visitor.session();
        var sight = Sight.of(turn.visitor, turn.facts, null);
        if (session == null || sight == null || sight.stake().amount() == null) {
            return BigDecimal.ZERO;
        }
        return sight.stake().amount().multiply(turn.facts.book().multiplier(session.client()));
    }

    private String language() {
        var session = turn.visitor.session();
        return session == null ? Session.DEFAULT_LANGUAGE : session.language();
    }
}
