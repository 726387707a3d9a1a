package io.overture.engine;

import io.overture.trigger.Facts;
import io.overture.visitor.Beacon;
import io.overture.visitor.Closed;
import io.overture.visitor.Conversation;
import io.overture.visitor.Due;
import io.overture.visitor.Outcome;
import io.overture.visitor.Session;
import io.overture.visitor.Tab;
import io.overture.visitor.Visitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One step in the making: the visitor as she is so far, and what is to be said of her. Lives for one call. */
final class Turn {

    final Instant now;
    final Facts facts;
    private final List<Effect> effects = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    Visitor visitor;

    Turn(Visitor visitor, Instant now, Facts facts) {
        this.visitor = visitor;
        this.now = now;
        this.facts = facts;
    }

    /** Lets pass what time alone brings to an end. */
    void letTimePass() {
        var invitation = visitor.invitation();
        if (invitation != null && !now.isBefore(invitation.expiresAt())) {
            close(Outcome.EXPIRED, Effect.Reason.EXPIRED);
        }
        var session = visitor.session();
        if (session != null && !now.isBefore(session.activity().endsAt())) {
            endSession();
        }
        var withdrawn = visitor.withdrawn();
        if (withdrawn != null && !now.isBefore(withdrawn.plus(Engine.TOMBSTONE))) {
            visitor = visitor.withoutWithdrawal();
        }
    }

    Receipt take(Input input) {
        return switch (input) {
            case Input.Arrived arrived -> arrived(arrived.beacon());
            case Input.Greeted greeted -> greeted(greeted);
            case Input.Left left -> {
                visitor = visitor.withTabs(visitor.tabs().stream()
                        .filter(tab -> !tab.equals(left.tab()))
                        .toList());
                yield Receipt.TAKEN;
            }
            case Input.Answered answered -> new Answers(this).answered(answered);
            case Input.Asked asked -> isNobody() ? Receipt.WITHHELD : new Answers(this).asked(asked);
            case Input.Wrote wrote -> wrote(wrote);
            case Input.Told told -> {
                visitor = visitor.settled(told.ids());
                yield Receipt.TAKEN;
            }
            case Input.Woken woken -> Receipt.TAKEN;
            case Input.Erased erased -> forget();
        };
    }

    private Receipt arrived(Beacon beacon) {
        if (!beacon.standing().consent().analyticsStorage()) {
            return forget();
        }
        if (visitor.withdrawn() != null && beacon.events().stream().allMatch(visitor::isForgotten)) {
            return Receipt.WITHHELD;
        }
        switch (visitor.standing(beacon.source(), beacon.seq())) {
            case REPEATED -> {
                return Receipt.REPEATED;
            }
            case TOO_FAR_BEHIND -> {
                return Receipt.TOO_FAR_BEHIND;
            }
            case NEW -> {}
        }
        visitor = visitor.named(facts.ids());
        boolean late = visitor.hasEnded(beacon.session());
        if (!late) {
            enter(beacon.session(), beacon.standing());
        }
        visitor = visitor.plus(beacon, now);
        entries.add(new Entry.BeaconFolded(beacon, late));
        return late ? Receipt.LATE : Receipt.TAKEN;
    }

    private Receipt greeted(Input.Greeted greeted) {
        if (!greeted.standing().consent().analyticsStorage()) {
            return forget();
        }
        visitor = visitor.named(facts.ids());
        if (!visitor.hasEnded(greeted.session())) {
            enter(greeted.session(), greeted.standing());
        }
        visitor = visitor.withTab(greeted.tab());
        var invitation = visitor.invitation();
        if (invitation != null) {
            say(new Effect.Deliver(invitation, List.of(greeted.tab())));
        }
        var conversation = visitor.conversation();
        if (conversation != null) {
            say(new Effect.Waiting(conversation, List.of(greeted.tab())));
        }
        return Receipt.TAKEN;
    }

    private Receipt wrote(Input.Wrote wrote) {
        var conversation = visitor.conversation();
        if (conversation == null || !conversation.id().equals(wrote.conversation())) {
            return Receipt.UNKNOWN;
        }
        if (conversation.has(wrote.id())) {
            return Receipt.REPEATED;
        }
        if (conversation.isFull()) {
            return Receipt.FULL;
        }
        var message = new Conversation.Message(wrote.id(), wrote.text(), now);
        visitor = visitor.withConversation(conversation.plus(message))
                .owing(new Due.Wrote(conversation.id() + ":" + wrote.id(), conversation.id(), wrote.text(), now));
        sheIsThere();
        say(new Effect.Echo(conversation.id(), message, otherTabs(wrote.tab())));
        return Receipt.TAKEN;
    }

    /** Brings her into the session she says she is in, and hears what she says about herself. */
    private void enter(String session, Beacon.Standing standing) {
        var current = visitor.session();
        boolean another = current == null || !current.id().equals(session);
        if (another) {
            endSession();
            visitor = visitor.inSession(session, now);
        }
        visitor = visitor.standing(standing, now);
        if (another) {
            var client = session().client();
            entries.add(new Entry.SessionBegan(
                    visitor.memory().visits().newestFirst().size() + 1,
                    client == null ? null : client.id(),
                    client == null ? null : client.tier()));
        }
    }

    /** Ends her session, if she has one, and with it what was open in it. */
    void endSession() {
        var session = visitor.session();
        if (session == null) {
            return;
        }
        if (visitor.invitation() != null) {
            close(Outcome.WITHDRAWN, Effect.Reason.WITHDRAWN);
        }
        endConversation();
        entries.add(new Entry.SessionEnded(
                session.activity().began(),
                session.tally().offered(),
                session.tally().shown()));
        visitor = visitor.afterVisit().withTabs(liveTabs());
    }

    /** Nothing is kept without her consent. */
    private Receipt forget() {
        if (isNobody()) {
            return Receipt.WITHHELD;
        }
        var invitation = visitor.invitation();
        if (invitation != null) {
            say(new Effect.Withdraw(invitation.id(), Effect.Reason.WITHDRAWN, visitor.tabs()));
        }
        endConversation();
        entries.clear();
        entries.add(new Entry.Forgotten());
        visitor = visitor.forgotten(now, facts.ids().get());
        return Receipt.WITHHELD;
    }

    private boolean isNobody() {
        return visitor.memory().journalId().isEmpty();
    }

    /** Ends the open invitation by itself, in every tab. */
    void close(Outcome outcome, Effect.Reason reason) {
        var invitation = visitor.invitation();
        if (invitation == null) {
            return;
        }
        say(new Effect.Withdraw(invitation.id(), reason, visitor.tabs()));
        entries.add(
                new Entry.InvitationClosed(invitation.id(), invitation.trigger(), outcome, invitation.isShown(), null));
        visitor = visitor.closed(new Closed(invitation.id(), outcome, null));
    }

    private void endConversation() {
        var conversation = visitor.conversation();
        if (conversation != null) {
            say(new Effect.Ended(conversation, visitor.tabs()));
            visitor = visitor.withConversation(null);
        }
    }

    /** Says something to some of her tabs, if there are any. */
    void say(Effect effect) {
        if (!effect.to().isEmpty()) {
            effects.add(effect);
        }
    }

    List<Effect> effects() {
        return effects;
    }

    /** A sign of life that is no event keeps her session from falling silent. */
    void sheIsThere() {
        var session = visitor.session();
        if (session != null) {
            visitor = visitor.with(visitor.memory(), session.heard(now));
        }
    }

    List<Tab> otherTabs(Tab tab) {
        return visitor.tabs().stream().filter(each -> !each.equals(tab)).toList();
    }

    /** Tabs at nodes whose lease runs. */
    List<Tab> liveTabs() {
        return visitor.tabs().stream()
                .filter(tab -> facts.liveNodes().contains(tab.node()))
                .toList();
    }

    private Session session() {
        var session = visitor.session();
        if (session == null) {
            throw new IllegalStateException("she is in a session by now");
        }
        return session;
    }
}
