package io.overture.engine;

import io.overture.trigger.Facts;
import io.overture.visitor.Beacon;
import io.overture.visitor.Closed;
import io.overture.visitor.Consent;
import io.overture.visitor.Due;
import io.overture.visitor.Held;
import io.overture.visitor.Invitation;
import io.overture.visitor.Outcome;
import io.overture.visitor.Session;
import io.overture.visitor.Stage;
import io.overture.visitor.Tab;
import io.overture.visitor.Verdict;
import io.overture.visitor.Visitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One step in the making: the visitor as she is so far, and what is to be said of her. Lives for one call. */
final class Turn {

    final Instant now;
    final Facts facts;
    private final List<Effect> effects = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    Visitor visitor;
    private boolean hasTalked;

    Turn(Visitor visitor, Instant now, Facts facts) {
        this.visitor = visitor;
        this.hasTalked = isTalking(visitor);
        this.now = now;
        this.facts = facts;
    }

    /** Whether a conversation was before her at some time in this step: what held meanwhile is spent. */
    boolean hasTalked() {
        return hasTalked || isTalking(visitor);
    }

    /**
     * Notes that a conversation begins or ends, or that she asked for a call back: her cooldown counts from here. The
     * last of these instants is the one that serves her, so that nothing is offered while she still reads the farewell.
     */
    void talked() {
        hasTalked = true;
        visitor = visitor.with(visitor.memory().shown(now), visitor.session());
    }

    /** Counts what she asked for, or talks on about, as this session's invitation. */
    void countsAsInvitation() {
        var session = visitor.session();
        visitor = visitor.with(visitor.memory(), session == null ? null : session.shownOne());
    }

    private static boolean isTalking(Visitor visitor) {
        var conversation = visitor.conversation();
        return conversation != null && conversation.isBeforeHer();
    }

    /** Lets pass what time alone brings to an end. */
    void letTimePass() {
        var invitation = visitor.invitation();
        if (invitation != null && !now.isBefore(invitation.expiresAt())) {
            close(Outcome.EXPIRED, Effect.Reason.EXPIRED);
        }
        new Attendance(this).letTimePass();
        var session = visitor.session();
        if (session != null && !now.isBefore(session.activity().endsAt())) {
            endSession();
        }
        var withdrawal = visitor.withdrawal();
        if (withdrawal != null && !now.isBefore(withdrawal.heard().plus(Engine.TOMBSTONE))) {
            visitor = visitor.withoutWithdrawal();
        }
    }

    Receipt take(Input input) {
        if (input instanceof Input.FromTab said && visitor.isDenied()) {
            return new Discretion(this).withheld(said);
        }
        return switch (input) {
            case Input.Arrived arrived -> arrived(arrived);
            case Input.Greeted greeted -> greeted(greeted);
            case Input.Missed missed -> missed(missed.tab());
            case Input.Left left -> {
                visitor = visitor.withTabs(visitor.tabs().stream()
                        .filter(tab -> !tab.equals(left.tab()))
                        .toList());
                yield Receipt.TAKEN;
            }
            case Input.Answered answered -> new Answers(this).answered(answered);
            case Input.Asked asked -> isNobody() ? Receipt.WITHHELD : new Answers(this).asked(asked);
            case Input.InConversation said -> new Attendance(this).take(said);
            case Input.Invited invited -> new ByHand(this).invited(invited);
            case Input.SlotLost lost -> slotLost(lost.offer());
            case Input.SlotYielded yielded -> slotYielded(yielded.offer());
            case Input.Honoured honoured -> honoured(honoured);
            case Input.Returned returned -> new Crossing(this).returned(returned);
            case Input.Told told -> {
                visitor = visitor.settled(told.ids());
                yield Receipt.TAKEN;
            }
            case Input.Woken woken -> Receipt.TAKEN;
            case Input.Erased erased -> new Discretion(this).erased(erased.client());
        };
    }

    private Receipt arrived(Input.Arrived arrived) {
        var against = new Discretion(this).against(arrived);
        if (against.isPresent()) {
            return against.get();
        }
        visitor = visitor.named(facts.ids());
        var beacon = arrived.beacon().under(consent());
        boolean late = visitor.hasEnded(beacon.session());
        if (!late) {
            enter(beacon.session(), beacon.standing(), arrived.via() != null);
        }
        visitor = visitor.plus(beacon, now);
        entries.add(new Entry.BeaconFolded(beacon, late));
        return late ? Receipt.LATE : Receipt.TAKEN;
    }

    private Receipt greeted(Input.Greeted greeted) {
        var against = new Discretion(this).against(greeted);
        if (against.isPresent()) {
            return against.get();
        }
        visitor = visitor.named(facts.ids());
        if (!visitor.hasEnded(greeted.session())) {
            enter(greeted.session(), greeted.standing().under(consent()), false);
        }
        tellWhatIsOpen(greeted.tab());
        return Receipt.TAKEN;
    }

    /** It holds for the session it speaks of, and by leave to be recognised that was given before. */
    private Receipt honoured(Input.Honoured honoured) {
        if (isNobody()
                || visitor.hasEnded(honoured.session())
                || !new Discretion(this).mayBeRecognised(honoured.standing())) {
            return Receipt.WITHHELD;
        }
        enter(honoured.session(), honoured.standing().under(consent()), false);
        return new Crossing(this).honoured(honoured.passport());
    }

    /** What the newest word allows. */
    private Consent consent() {
        return Objects.requireNonNull(visitor.consent(), "nothing is kept without a word")
                .consent();
    }

    private Receipt missed(Tab tab) {
        if (isNobody()) {
            return Receipt.WITHHELD;
        }
        tellWhatIsOpen(tab);
        return Receipt.TAKEN;
    }

    private void tellWhatIsOpen(Tab tab) {
        visitor = visitor.withTab(tab);
        var invitation = visitor.invitation();
        if (invitation != null) {
            say(new Effect.Deliver(invitation, List.of(tab)));
        }
        var conversation = visitor.conversation();
        if (conversation != null && !(conversation.stage() instanceof Stage.Over)) {
            say(new Effect.Stands(conversation, true, List.of(tab)));
        }
    }

    /**
     * Brings her into the session she says she is in, and hears what she says about herself.
     *
     * @param isRetold what was said with a greeting: of who the client is it counts for a session that greeting did not see
     */
    private void enter(String session, Beacon.Standing standing, boolean isRetold) {
        var current = visitor.session();
        boolean another = current == null || !current.id().equals(session);
        if (another) {
            endSession();
            visitor = visitor.inSession(session, now);
        }
        visitor = visitor.standing(isRetold && !another ? standing.aboutNobody() : standing, now);
        if (another) {
            entries.add(new Entry.SessionBegan(visitor.memory().visits().size() + 1, clientId(), clientTier()));
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
        var conversation = visitor.conversation();
        if (conversation != null && !conversation.isOpen()) {
            if (conversation.isBeforeHer()) {
                talked();
            }
            visitor = visitor.withConversation(null);
        }
        Unreached.told(this, session, Set.of());
        entries.add(new Entry.SessionEnded(
                session.activity().began(),
                session.tally().offered(),
                session.tally().shown()));
        visitor = visitor.afterVisit().withTabs(liveTabs());
    }

    boolean isNobody() {
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
        freeSlot(invitation);
    }

    /** Her id at the house; null when she is not known. */
    @Nullable
    String clientId() {
        var session = visitor.session();
        var client = session == null ? null : session.client();
        return client == null ? null : client.id();
    }

    @Nullable
    String clientTier() {
        var session = visitor.session();
        var standing = session == null ? null : session.standing();
        return standing == null ? null : standing.tier();
    }

    /** Makes an invitation hers, sends it and notes it. */
    void offered(Invitation invitation, Session session, List<Tab> to) {
        visitor = visitor.with(visitor.memory(), session.offeredOne()).withInvitation(invitation);
        say(new Effect.Deliver(invitation, to));
        entries.add(new Entry.InvitationOffered(
                invitation.id(),
                invitation.trigger(),
                invitation.item(),
                invitation.weight(),
                invitation.language(),
                invitation.channels(),
                invitation.expiresAt()));
    }

    /** Nobody will come of this invitation. */
    void freeSlot(Invitation invitation) {
        if (invitation.isSlotHeld()) {
            visitor = visitor.owing(new Due.Freed("freed:" + invitation.id(), invitation.id()));
        }
    }

    /** An unseen invitation goes without a slot; its moment may have another when one comes free. */
    private Receipt slotLost(String offer) {
        var invitation = visitor.invitation();
        if (invitation == null || !invitation.id().equals(offer) || invitation.isShown()) {
            return Receipt.REPEATED;
        }
        close(Outcome.WITHDRAWN, Effect.Reason.WITHDRAWN);
        var session = visitor.session();
        var held = session == null ? null : session.moments().get(invitation.trigger());
        if (session != null && held != null) {
            var moments = new HashMap<>(session.moments());
            moments.put(invitation.trigger(), new Held(held.since(), held.until(), Verdict.PACING));
            visitor = visitor.with(visitor.memory(), session.withMoments(moments));
        }
        return Receipt.TAKEN;
    }

    /** What was shown and not answered is taken back without a word; the moment has had its invitation. */
    private Receipt slotYielded(String offer) {
        var invitation = visitor.invitation();
        if (invitation == null || !invitation.id().equals(offer)) {
            return Receipt.REPEATED;
        }
        close(Outcome.WITHDRAWN, Effect.Reason.WITHDRAWN);
        return Receipt.TAKEN;
    }

    /** Says something to some of her tabs, if there are any. */
    void say(Effect.ForHer effect) {
        if (!effect.to().isEmpty()) {
            effects.add(effect);
        }
    }

    /** Says something to the advisor who has her conversation. */
    void tell(Effect.ForAdvisor effect) {
        effects.add(effect);
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
}
