package io.overture.store;

import io.overture.visitor.Closed;
import io.overture.visitor.Copy;
import io.overture.visitor.Invitation;
import io.overture.visitor.Notice;
import io.overture.visitor.Outcome;
import java.io.IOException;

/** The open invitation, those that ended, and what the advisors know of her. */
final class StoredOffer {

    private StoredOffer() {}

    static void invitation(Out out, Invitation invitation) throws IOException {
        out.open(13);
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
        out.flag(invitation.isSlotHeld());
        out.maybe(invitation.advisor(), StoredTalk::attendant);
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
                in.maybe(In::instant),
                in.next(In::flag),
                in.maybe(StoredTalk::attendant));
        in.close();
        return invitation;
    }

    static void notice(Out out, Notice notice) throws IOException {
        out.open(8);
        out.text(notice.trigger());
        out.text(notice.item());
        out.text(notice.name());
        out.text(notice.language());
        out.text(notice.client());
        out.text(notice.tier());
        out.amount(notice.weight());
        out.instant(notice.since());
        out.close();
    }

    static Notice notice(In in) throws IOException {
        in.open();
        var notice = new Notice(
                in.next(In::text),
                in.maybe(In::text),
                in.maybe(In::text),
                in.next(In::text),
                in.maybe(In::text),
                in.next(In::text),
                in.next(In::amount),
                in.next(In::instant));
        in.close();
        return notice;
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
        out.open(out.knows(Codec.NOT_NOW) ? 5 : 4);
        out.text(copy.title());
        out.text(copy.text());
        out.text(copy.accept());
        out.text(copy.decline());
        if (out.knows(Codec.NOT_NOW)) {
            out.text(copy.later());
        }
        out.close();
    }

    private static Copy copy(In in) throws IOException {
        in.open();
        var copy = new Copy(
                in.next(In::text),
                in.next(In::text),
                in.next(In::text),
                in.next(In::text),
                in.knows(Codec.NOT_NOW) ? in.maybe(In::text) : null);
        in.close();
        return copy;
    }
}
