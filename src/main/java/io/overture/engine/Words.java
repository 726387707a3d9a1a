package io.overture.engine;

import io.overture.visitor.Attendant;
import io.overture.visitor.Conversation;
import io.overture.visitor.Due;
import io.overture.visitor.Message;
import io.overture.visitor.Stage;
import org.jspecify.annotations.Nullable;

/** What is said in her conversation, on either side: numbered in the order of commits, and once. */
final class Words {

    private final Turn turn;

    Words(Turn turn) {
        this.turn = turn;
    }

    Receipt wrote(Conversation conversation, Input.Wrote wrote) {
        if (conversation.stage() instanceof Stage.Over) {
            return Receipt.UNKNOWN;
        }
        var receipt = say(conversation, wrote.id(), null, wrote.text());
        if (receipt == Receipt.TAKEN) {
            turn.sheIsThere();
        }
        return receipt;
    }

    Receipt spoke(Conversation conversation, Input.Spoke spoke) {
        var advisor = conversation.advisor();
        return advisor == null || !advisor.id().equals(spoke.advisor())
                ? Receipt.UNKNOWN
                : say(conversation, spoke.id(), advisor, spoke.text());
    }

    Receipt saw(Conversation before, Input.Saw saw) {
        turn.sheIsThere();
        var conversation = before.seenByHer(saw.offset());
        if (conversation == before) {
            return Receipt.REPEATED;
        }
        turn.visitor = turn.visitor.withConversation(conversation);
        var advisor = conversation.advisor();
        if (advisor != null) {
            turn.tell(new Effect.Seen(conversation.id(), advisor.id(), conversation.seenByHer()));
        }
        return Receipt.TAKEN;
    }

    Receipt read(Conversation before, Input.Read read) {
        if (!before.isAttendedBy(read.advisor())) {
            return Receipt.UNKNOWN;
        }
        var conversation = before.seenByAdvisor(read.offset());
        if (conversation == before) {
            return Receipt.REPEATED;
        }
        turn.visitor = turn.visitor.withConversation(conversation);
        turn.say(new Effect.Read(conversation.id(), conversation.seenByAdvisor(), turn.visitor.tabs()));
        return Receipt.TAKEN;
    }

    Receipt typed(Conversation conversation) {
        var advisor = conversation.advisor();
        if (advisor != null) {
            turn.tell(new Effect.Typing(conversation.id(), advisor.id()));
        }
        return Receipt.TAKEN;
    }

    Receipt wording(Conversation conversation, Input.Wording wording) {
        if (!conversation.isAttendedBy(wording.advisor())) {
            return Receipt.UNKNOWN;
        }
        turn.say(new Effect.Wording(conversation.id(), turn.visitor.tabs()));
        return Receipt.TAKEN;
    }

    private Receipt say(Conversation before, String id, @Nullable Attendant by, String text) {
        if (before.has(id, by == null ? Message.Author.VISITOR : Message.Author.ADVISOR)) {
            return Receipt.REPEATED;
        }
        if (Due.isMuch(turn.visitor.due())) {
            return Receipt.FULL;
        }
        var conversation = before.plus(id, by, text, turn.now);
        var message = conversation.last();
        turn.visitor = turn.visitor
                .withConversation(conversation)
                .owing(new Due.Said("said:" + message.offset() + ":" + conversation.id(), conversation.id(), message));
        turn.say(new Effect.Said(conversation.id(), message, turn.visitor.tabs()));
        return Receipt.TAKEN;
    }
}
