package io.overture.engine;

import io.overture.visitor.Conversation;
import io.overture.visitor.Due;
import io.overture.visitor.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The life of her conversation: who is called for it, who has it, and when it is over. One advisor at most has it, since
 * one commit at most comes first.
 */
final class Attendance {

    private final Turn turn;

    Attendance(Turn turn) {
        this.turn = turn;
    }

    /** Calls again, calls somebody else, or gives up, as time has passed. */
    void letTimePass() {
        var conversation = turn.visitor.conversation();
        if (conversation == null) {
            return;
        }
        var service = turn.facts.service();
        if (isPast(conversation.heard().plus(service.silence()))) {
            over(conversation, Stage.Ending.SILENCE, false);
        } else if (service.hasDesks()) {
            switch (conversation.stage()) {
                case Stage.Waiting waiting
                when isPast(waiting.rungAt().plus(service.ring())) -> {
                    if (waiting.round() + 1 >= service.rounds()) {
                        unmet(conversation);
                    } else {
                        call(conversation.rungAgain(waiting, turn.now));
                    }
                }
                case Stage.Joined joined
                when !joined.spoke() && isPast(joined.at().plus(service.firstWord())) ->
                    callAnew(conversation, null, joined.advisor().id(), Entry.Cause.NO_FIRST_WORD);
                default -> {}
            }
        }
    }

    void begin(Conversation conversation) {
        call(conversation);
    }

    Receipt take(Input.InConversation input) {
        var conversation = turn.visitor.conversation();
        if (conversation == null || !conversation.id().equals(input.conversation())) {
            return Receipt.UNKNOWN;
        }
        return switch (input) {
            case Input.Wrote wrote -> new Words(turn).wrote(conversation, wrote);
            case Input.Spoke spoke -> new Words(turn).spoke(conversation, spoke);
            case Input.Saw saw -> new Words(turn).saw(conversation, saw);
            case Input.Read read -> new Words(turn).read(conversation, read);
            case Input.Typed typed -> new Words(turn).typed(conversation);
            case Input.Wording wording -> new Words(turn).wording(conversation, wording);
            case Input.Claimed claimed -> claimed(conversation, claimed);
            case Input.Pointed pointed -> pointed(conversation, pointed);
            case Input.Transferred transferred -> transferred(conversation, transferred);
            case Input.Finished finished -> finished(conversation, finished);
            case Input.Hung hung -> hung(conversation);
            case Input.Rated rated -> rated(conversation, rated);
            case Input.Nobody nobody -> nobody(conversation, nobody);
            case Input.Lost lost -> lost(conversation, lost);
            case Input.HandedOver handed -> handedOver(conversation, handed);
        };
    }

    private Receipt claimed(Conversation conversation, Input.Claimed claimed) {
        var advisor = claimed.advisor();
        if (conversation.isAttendedBy(advisor.id())) {
            return Receipt.REPEATED;
        }
        return switch (conversation.stage()) {
            case Stage.Joined joined -> Receipt.OUTDONE;
            case Stage.Handed handed -> Receipt.OUTDONE;
            case Stage.Over over -> Receipt.UNKNOWN;
            case Stage.Waiting waiting -> join(conversation, claimed);
            case Stage.Unmet unmet -> join(conversation, claimed);
        };
    }

    private Receipt join(Conversation before, Input.Claimed claimed) {
        var conversation = before.joinedBy(claimed.advisor(), turn.now);
        turn.entries.add(new Entry.AdvisorJoined(
                conversation.id(),
                conversation.turn(),
                conversation.effort().waited().minus(before.effort().waited())));
        turn.visitor = turn.visitor.owing(new Due.Taken(
                dueId("taken", conversation), conversation.id(), conversation.turn(), claimed.advisor(), turn.now));
        stands(conversation);
        return Receipt.TAKEN;
    }

    private Receipt pointed(Conversation conversation, Input.Pointed pointed) {
        if (!conversation.isAttendedBy(pointed.advisor())) {
            return Receipt.UNKNOWN;
        }
        if (pointed.to().equals(conversation.handoff())) {
            return Receipt.REPEATED;
        }
        stands(conversation.handedTo(pointed.to(), turn.now));
        return Receipt.TAKEN;
    }

    private Receipt transferred(Conversation conversation, Input.Transferred transferred) {
        if (conversation.stage() instanceof Stage.Waiting waiting
                && transferred.advisor().equals(waiting.from())) {
            return Receipt.REPEATED;
        }
        if (!conversation.isAttendedBy(transferred.advisor())) {
            return Receipt.UNKNOWN;
        }
        callAnew(conversation, transferred.to(), transferred.advisor(), Entry.Cause.TRANSFERRED);
        return Receipt.TAKEN;
    }

    private Receipt finished(Conversation conversation, Input.Finished finished) {
        if (conversation.stage() instanceof Stage.Over) {
            return Receipt.REPEATED;
        }
        if (!conversation.isAttendedBy(finished.advisor())) {
            return Receipt.UNKNOWN;
        }
        over(conversation, Stage.Ending.BY_ADVISOR, !finished.complaint() && mayBeAsked(conversation));
        return Receipt.TAKEN;
    }

    private Receipt hung(Conversation conversation) {
        if (conversation.stage() instanceof Stage.Over) {
            return Receipt.REPEATED;
        }
        over(conversation, Stage.Ending.BY_VISITOR, mayBeAsked(conversation));
        return Receipt.TAKEN;
    }

    private Receipt rated(Conversation conversation, Input.Rated rated) {
        if (!(conversation.stage() instanceof Stage.Over over) || !over.asked()) {
            return Receipt.REPEATED;
        }
        turn.entries.add(new Entry.ConversationRated(conversation.id(), rated.score()));
        turn.visitor = turn.visitor.withConversation(conversation.in(new Stage.Over(over.ending(), false), turn.now));
        return Receipt.TAKEN;
    }

    private Receipt nobody(Conversation conversation, Input.Nobody nobody) {
        if (!(conversation.stage() instanceof Stage.Waiting) || conversation.turn() != nobody.turn()) {
            return Receipt.REPEATED;
        }
        unmet(conversation);
        return Receipt.TAKEN;
    }

    private Receipt lost(Conversation conversation, Input.Lost lost) {
        if (!conversation.isAttendedBy(lost.advisor())) {
            return Receipt.REPEATED;
        }
        callAnew(conversation, null, lost.advisor(), Entry.Cause.LOST);
        return Receipt.TAKEN;
    }

    private Receipt handedOver(Conversation conversation, Input.HandedOver handed) {
        if (!(conversation.stage() instanceof Stage.Waiting) || conversation.turn() != handed.turn()) {
            return Receipt.REPEATED;
        }
        stands(conversation.handedTo(handed.to(), turn.now).in(new Stage.Handed(), turn.now));
        return Receipt.TAKEN;
    }

    private void callAnew(Conversation conversation, @Nullable String to, @Nullable String from, Entry.Cause cause) {
        var anew = conversation.calledAnew(to, from, turn.now);
        turn.entries.add(new Entry.AdvisorCalledAnew(anew.id(), anew.turn(), cause));
        stands(anew);
        call(anew);
    }

    private void call(Conversation conversation) {
        turn.visitor = turn.visitor.withConversation(conversation);
        if (conversation.stage() instanceof Stage.Waiting waiting) {
            turn.visitor = turn.visitor.owing(new Due.Wanted(
                    dueId("wanted:" + waiting.round(), conversation),
                    conversation.id(),
                    conversation.turn(),
                    waiting,
                    conversation.request(),
                    turn.clientId(),
                    turn.clientTier()));
        }
    }

    private void unmet(Conversation conversation) {
        end(conversation, Stage.Ending.UNMET);
        stands(conversation.in(new Stage.Unmet(), turn.now));
    }

    private void over(Conversation conversation, Stage.Ending ending, boolean asked) {
        if (conversation.stage() instanceof Stage.Over) {
            turn.visitor = turn.visitor.withConversation(null);
            return;
        }
        if (conversation.isOpen()) {
            end(conversation, ending);
        } else {
            turn.talked();
        }
        var over = conversation.in(new Stage.Over(ending, asked), turn.now);
        stands(over);
        if (turn.visitor.session() == null) {
            turn.visitor = turn.visitor.withConversation(null);
        }
    }

    private void end(Conversation conversation, Stage.Ending ending) {
        turn.talked();
        var session = turn.visitor.session();
        if (session != null && session.activity().opened().isAfter(conversation.since())) {
            turn.countsAsInvitation();
        }
        turn.entries.add(
                new Entry.ConversationEnded(conversation.id(), ending, conversation.effort(), conversation.offset()));
        var advisor = conversation.advisor();
        turn.visitor = turn.visitor.owing(new Due.Finished(
                dueId("finished", conversation),
                conversation.id(),
                ending,
                advisor == null ? null : advisor.id(),
                conversation.request(),
                conversation.effort(),
                turn.clientId(),
                turn.clientTier(),
                turn.now));
    }

    /** Rarely, and only when it went well: after a long way the question itself would be one effort more. */
    private boolean mayBeAsked(Conversation conversation) {
        return conversation.stage() instanceof Stage.Joined joined
                && joined.spoke()
                && !conversation.effort().isHigh()
                && Math.floorMod(conversation.id().hashCode(), 1000)
                        < turn.facts.service().asked() * 1000;
    }

    private void stands(Conversation conversation) {
        turn.visitor = turn.visitor.withConversation(conversation);
        turn.say(new Effect.Stands(conversation, false, turn.visitor.tabs()));
    }

    private boolean isPast(Instant moment) {
        return !turn.now.isBefore(moment);
    }

    private static String dueId(String what, Conversation conversation) {
        return what + ":" + conversation.turn() + ":" + conversation.id();
    }
}
