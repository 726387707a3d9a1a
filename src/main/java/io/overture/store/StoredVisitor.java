package io.overture.store;

import io.overture.visitor.Seqs;
import io.overture.visitor.Tab;
import io.overture.visitor.Visitor;
import java.io.IOException;
import java.time.Instant;

/** The whole visitor, part by part. */
final class StoredVisitor {

    private StoredVisitor() {}

    static void write(Out out, Visitor visitor) throws IOException {
        out.open(10);
        StoredMemory.write(out, visitor.memory());
        out.maybe(visitor.session(), StoredSession::write);
        out.map(visitor.sources(), Out::text, StoredVisitor::source);
        out.list(visitor.tabs(), StoredVisitor::tab);
        out.maybe(visitor.invitation(), StoredOffer::invitation);
        out.maybe(visitor.conversation(), StoredTalk::conversation);
        out.list(visitor.closed(), StoredOffer::closed);
        out.list(visitor.due(), StoredDue::write);
        out.maybe(visitor.notice(), StoredOffer::notice);
        out.instant(visitor.withdrawn());
        out.close();
    }

    static Visitor read(In in, Instant steppedAt) throws IOException {
        in.open();
        var visitor = new Visitor(
                in.next(StoredMemory::read),
                in.maybe(StoredSession::read),
                in.map(In::text, StoredVisitor::source),
                in.list(StoredVisitor::tab),
                in.maybe(StoredOffer::invitation),
                in.maybe(StoredTalk::conversation),
                in.list(StoredOffer::closed),
                in.list(StoredDue::read),
                in.maybe(StoredOffer::notice),
                in.maybe(In::instant),
                steppedAt);
        in.close();
        return visitor;
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
