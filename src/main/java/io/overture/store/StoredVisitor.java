package io.overture.store;

import io.overture.visitor.Due;
import io.overture.visitor.Seqs;
import io.overture.visitor.Tab;
import io.overture.visitor.Visitor;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The whole visitor, part by part. */
final class StoredVisitor {

    private StoredVisitor() {}

    static void write(Out out, Visitor visitor) throws IOException {
        boolean isCurrent = out.knows(Codec.CONSENT_WORDS);
        out.open(isCurrent ? 11 : 10);
        StoredMemory.write(out, visitor.memory());
        out.maybe(visitor.session(), StoredSession::write);
        out.map(visitor.sources(), Out::text, StoredVisitor::source);
        out.list(visitor.tabs(), StoredVisitor::tab);
        out.maybe(visitor.invitation(), StoredOffer::invitation);
        out.maybe(visitor.conversation(), StoredTalk::conversation);
        out.list(visitor.closed(), StoredOffer::closed);
        out.list(due(visitor, out.knows(Codec.RECOGNITIONS)), StoredDue::write);
        out.maybe(visitor.notice(), StoredOffer::notice);
        if (isCurrent) {
            out.maybe(visitor.withdrawal(), StoredConsent::withdrawal);
            out.maybe(visitor.consent(), StoredConsent::word);
        } else {
            out.instant(StoredConsent.withdrawn(visitor));
        }
        out.close();
    }

    static Visitor read(In in, Instant steppedAt) throws IOException {
        in.open();
        var memory = in.next(StoredMemory::read);
        var session = in.maybe(StoredSession::read);
        var sources = in.map(In::text, StoredVisitor::source);
        var tabs = in.list(StoredVisitor::tab);
        var invitation = in.maybe(StoredOffer::invitation);
        var conversation = in.maybe(StoredTalk::conversation);
        var closed = in.list(StoredOffer::closed);
        var due = in.list(StoredDue::read);
        var notice = in.maybe(StoredOffer::notice);
        var withdrawal = in.maybe(
                in.knows(Codec.CONSENT_WORDS) ? StoredConsent::withdrawal : StoredConsent::withdrawalOfFormat1);
        var consent = in.knows(Codec.CONSENT_WORDS)
                ? in.maybe(StoredConsent::word)
                : StoredConsent.wordOfFormat1(memory, withdrawal);
        in.close();
        return new Visitor(
                memory,
                session,
                sources,
                tabs,
                invitation,
                conversation,
                closed,
                due,
                notice,
                consent,
                withdrawal,
                steppedAt);
    }

    /** What a release of format 1 does not know is told by the node that decided it, or with her next session. */
    private static List<Due> due(Visitor visitor, boolean isCurrent) {
        return isCurrent
                ? visitor.due()
                : visitor.due().stream()
                        .filter(due -> !(due instanceof Due.OfClient))
                        .toList();
    }

    static void tab(Out out, Tab tab) throws IOException {
        out.open(2);
        out.text(tab.node());
        out.text(tab.socket());
        out.close();
    }

    static Tab tab(In in) throws IOException {
        in.open();
        var tab = new Tab(in.next(In::text), in.next(In::text));
        in.close();
        return tab;
    }

    private static void source(Out out, Visitor.Source source) throws IOException {
        out.open(3);
        out.number(source.seqs().highest());
        out.number(source.seqs().behind());
        out.instant(source.heard());
        out.close();
    }

    private static Visitor.Source source(In in) throws IOException {
        in.open();
        var source = new Visitor.Source(new Seqs(in.next(In::number), in.next(In::number)), in.next(In::instant));
        in.close();
        return source;
    }
}
