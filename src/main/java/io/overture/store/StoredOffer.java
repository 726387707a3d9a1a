package io.overture.store;

import io.overture.visitor.Closed;
import io.overture.visitor.Conversation;
import io.overture.visitor.Copy;
import io.overture.visitor.Invitation;
import io.overture.visitor.Outcome;
import java.io.IOException;

/** The open invitation, those that ended, and the conversation that came of one. */
final class StoredOffer {

    private StoredOffer() {}

    static void invitation(Out out, Invitation invitation) throws IOException {
        out.open(11);
        out.text(invitation.id());
        out.text(invitation.trigger());
        out.text(invitation.item());
        out.amount(invitation.weight());
        copy(out, invitation.copy());
        out.text(invitation.language());
        out.list(invitation.channels(), Out::text);
        out.instant(invitation.offeredAt());
        out.instant(invitation.expiresAt());
        out.instant(invitation.deliveredAt());
        out.instant(invitation.shownAt());
        out.close();
    }

    static Invitation invitation(In in) throws IOException {
        in.open();
        var invitation = new Invitation(
                in.next(In::text),
                in.next(In::text),
                in.maybe(In::text),
                in.next(In::amount),
                in.next(StoredOffer::copy),
                in.next(In::text),
                in.list(In::text),
                in.next(In::instant),
                in.next(In::instant),
                in.next(In::instant),
                in.maybe(In::instant));
        in.close();
        return invitation;
    }

    static void conversation(Out out, Conversation conversation) throws IOException {
        out.open(6);
        out.text(conversation.id());
        out.text(conversation.channel());
        out.text(conversation.item());
        out.text(conversation.language());
        out.instant(conversation.since());
        out.list(conversation.messages(), StoredOffer::message);
        out.close();
    }

    static Conversation conversation(In in) throws IOException {
        in.open();
        var conversation = new Conversation(
                in.next(In::text),
                in.next(In::text),
                in.maybe(In::text),
                in.next(In::text),
                in.next(In::instant),
                in.list(StoredOffer::message));
        in.close();
        return conversation;
    }

    static void closed(Out out, Closed closed) throws IOException {
        out.open(3);
        out.text(closed.id());
        out.word(closed.outcome());
        out.maybe(closed.by(), StoredVisitor::tab);
        out.close();
    }

    static Closed closed(In in) throws IOException {
        in.open();
        var closed = new Closed(in.next(In::text), in.next(In.word(Outcome.class)), in.maybe(StoredVisitor::tab));
        in.close();
        return closed;
    }

    private static void copy(Out out, Copy copy) throws IOException {
        out.open(4);
        out.text(copy.title());
        out.text(copy.text());
        out.text(copy.accept());
        out.text(copy.decline());
        out.close();
    }

    private static Copy copy(In in) throws IOException {
        in.open();
        var copy = new Copy(in.next(In::text), in.next(In::text), in.next(In::text), in.next(In::text));
        in.close();
        return copy;
    }

    private static void message(Out out, Conversation.Message message) throws IOException {
        out.open(3);
        out.text(message.id());
        out.text(message.text());
        out.instant(message.at());
        out.close();
    }

    private static Conversation.Message message(In in) throws IOException {
        in.open();
        var message = new Conversation.Message(in.next(In::text), in.next(In::text), in.next(In::instant));
        in.close();
        return message;
    }
}
