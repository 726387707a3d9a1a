package io.overture.store;

import static io.overture.store.Kinds.TEXT;
import static io.overture.store.Kinds.list;
import static io.overture.store.Kinds.map;

import io.overture.visitor.Closed;
import io.overture.visitor.Consent;
import io.overture.visitor.ConsentWord;
import io.overture.visitor.Due;
import io.overture.visitor.Seqs;
import io.overture.visitor.Tab;
import io.overture.visitor.Visitor;
import io.overture.visitor.Visitor.Source;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The whole visitor, part by part. */
final class StoredVisitor {

    private static final Shape<Source> SOURCE = row -> {
        row.open(3);
        var highest = row.number(source -> source.seqs().highest());
        var behind = row.number(source -> source.seqs().behind());
        var heard = row.instant(Source::heard);
        return row.isWritten() ? row.written() : new Source(Seqs.of(highest, behind), heard);
    };

    private static final Kind<Map<String, Source>> SOURCES = map(TEXT, SOURCE);

    private static final Kind<List<Tab>> TABS = list(StoredOffer.TAB);

    private static final Kind<List<Closed>> ALL_CLOSED = list(StoredOffer.CLOSED);

    private static final Kind<List<Due>> ALL_DUE = list(StoredDue.DUE);

    private static final Shape<Visitor> EVERY_VISITOR = row -> {
        row.open(row.since(2) ? 11 : 10);
        var memory = row.field(Visitor::memory, StoredMemory.MEMORY);
        var session = row.maybe(Visitor::session, StoredSession.SESSION);
        var sources = row.field(Visitor::sources, SOURCES);
        var tabs = row.field(Visitor::tabs, TABS);
        var invitation = row.maybe(Visitor::invitation, StoredOffer.INVITATION);
        var conversation = row.maybe(Visitor::conversation, StoredTalk.CONVERSATION);
        var closed = row.field(Visitor::closed, ALL_CLOSED);
        var due = row.field(Visitor::due, ALL_DUE);
        var notice = row.maybe(Visitor::notice, StoredOffer.NOTICE);
        var withdrawal = row.maybe(Visitor::withdrawal, StoredConsent.WITHDRAWAL);
        var consent = row.since(2) ? row.maybe(Visitor::consent, StoredConsent.WORD) : null;
        var steppedAt = row.base();
        return row.isWritten()
                ? row.written()
                : new Visitor(
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
    };

    static final Kind<Visitor> VISITOR = EVERY_VISITOR
            .before(3, EVERY_VISITOR.as(Function.identity(), StoredVisitor::forFormat2))
            .before(2, EVERY_VISITOR.as(StoredVisitor::ofFormat1, StoredVisitor::forFormat1));

    private StoredVisitor() {}

    /** Who is forgotten has denied: it is not known of whom the house erased, and doubt keeps nothing. */
    private static Visitor ofFormat1(Visitor visitor) {
        var withdrawal = visitor.withdrawal();
        return withdrawal == null || !visitor.memory().journalId().isEmpty()
                ? visitor
                : with(visitor, visitor.due(), new ConsentWord(new Consent(false, false), withdrawal.at()));
    }

    /** What an older release does not know is told by the node that decided it, or with the next session. */
    private static Visitor forFormat1(Visitor visitor) {
        return without(visitor, due -> due instanceof Due.OfClient || due instanceof Due.Returned);
    }

    /** What an older release does not know is told by the node that decided it, or not. */
    private static Visitor forFormat2(Visitor visitor) {
        return without(visitor, Due.Returned.class::isInstance);
    }

    private static Visitor without(Visitor visitor, Predicate<Due> unknown) {
        var known = visitor.due().stream().filter(unknown.negate()).toList();
        return with(visitor, known, visitor.consent());
    }

    private static Visitor with(Visitor visitor, List<Due> due, @Nullable ConsentWord consent) {
        return new Visitor(
                visitor.memory(),
                visitor.session(),
                visitor.sources(),
                visitor.tabs(),
                visitor.invitation(),
                visitor.conversation(),
                visitor.closed(),
                due,
                visitor.notice(),
                consent,
                visitor.withdrawal(),
                visitor.steppedAt());
    }
}
