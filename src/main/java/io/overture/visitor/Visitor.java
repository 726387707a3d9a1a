package io.overture.visitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A visitor: a browser, pseudonymous. Everything that is known of her is here, and bounded.
 *
 * @param sources which batches of the last 32 page loads have been folded
 * @param invitation the one that is open
 * @param closed the last invitations that ended, at most 8
 * @param due what others must still be told
 * @param notice what the advisors know of her while she is in the boutique and matters
 * @param consent the newest word on what may be kept; null: none is known
 * @param withdrawal the last one within a day: events older than it are dropped
 * @param steppedAt time never goes back for her
 */
public record Visitor(
        Memory memory,
        @Nullable Session session,
        Map<String, Source> sources,
        List<Tab> tabs,
        @Nullable Invitation invitation,
        @Nullable Conversation conversation,
        List<Closed> closed,
        List<Due> due,
        @Nullable Notice notice,
        @Nullable ConsentWord consent,
        @Nullable Withdrawal withdrawal,
        Instant steppedAt) {

    public static final int MOST_SOURCES = 32;
    public static final int MOST_TABS = 16;
    public static final int MOST_CLOSED = 8;

    /** Somebody of whom nothing is kept. */
    public static final Visitor NOBODY = new Visitor(
            Memory.of(""),
            null,
            Map.of(),
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            null,
            Instant.EPOCH);

    /** A page load, and when it was last heard. */
    public record Source(Seqs seqs, Instant heard) {}

    public Visitor {
        sources = SmallMap.copyOf(sources);
        tabs = List.copyOf(tabs);
        closed = List.copyOf(closed);
        due = List.copyOf(due);
    }

    public boolean isNobody() {
        return memory.journalId().isEmpty() && withdrawal == null && due.isEmpty();
    }

    /** Whether the newest word is that nothing may be kept. */
    public boolean isDenied() {
        return consent != null && !consent.consent().analyticsStorage();
    }

    /** With a word that may be newer than what is known. */
    public Visitor said(ConsentWord word) {
        return with(it -> it.consent = word.newest(consent));
    }

    /** Whether a batch was made before one that has been heard from the same page. */
    public boolean isOvertaken(String source, long seq) {
        return seq <= seqs(source).highest();
    }

    /** With a name in the journal, for whoever has none yet. */
    public Visitor named(Supplier<String> ids) {
        return memory.journalId().isEmpty() ? with(Memory.of(ids.get()), session) : this;
    }

    /** Whether a batch is still to be folded. */
    public Seqs.Standing standing(String source, long seq) {
        return seqs(source).standing(seq);
    }

    /**
     * The fold: a batch not folded before changes her session, or, when it belongs to one that ended, her memory alone.
     * The session it names must have been {@linkplain #inSession opened}.
     */
    public Visitor plus(Beacon beacon, Instant now) {
        boolean personal = beacon.standing().consent().personalizationStorage();
        boolean late = session == null || !session.id().equals(beacon.session());
        var remembered = memory;
        var current = session;
        for (var event : beacon.events()) {
            if (!isForgotten(event)) {
                remembered = remembered.plus(event, late, personal);
                current = late || current == null ? current : current.plus(event, beacon.source(), now);
            }
        }
        return with(remembered, current).heard(beacon, now);
    }

    /** With a batch noted, whether anything of it was kept or not. */
    public Visitor heard(Beacon beacon, Instant now) {
        var next = SmallMap.with(
                sources, beacon.source(), new Source(seqs(beacon.source()).plus(beacon.seq()), now));
        return with(it -> it.sources = Keep.newest(next, MOST_SOURCES, Comparator.comparing(Source::heard)));
    }

    private Seqs seqs(String source) {
        var known = sources.get(source);
        return known == null ? Seqs.NONE : known.seqs();
    }

    /** Whether an event is older than her withdrawal. */
    public boolean isForgotten(Event event) {
        return withdrawal != null && !event.at().isAfter(withdrawal.at());
    }

    /** Whether a session is over, so that what comes late of it reaches memory only. */
    public boolean hasEnded(String sessionId) {
        return memory.hasEnded(sessionId);
    }

    /** With a new session; the former one must have {@linkplain #afterVisit ended}. */
    public Visitor inSession(String id, Instant now) {
        return with(memory, Session.opened(id, now));
    }

    /** With her session over and its harvest in memory. */
    public Visitor afterVisit() {
        return session == null ? this : with(memory.afterVisit(session), null);
    }

    /** With what a batch or a greeting says about her. A client who is somebody else inherits nothing. */
    public Visitor standing(Beacon.Standing said, Instant now) {
        boolean personal = said.consent().personalizationStorage();
        var client = personal ? said.client() : null;
        var remembered = personal ? memory : memory.impersonal();
        var current = session;
        if (client != null) {
            boolean another =
                    remembered.clientId() != null && !remembered.clientId().equals(client.id());
            remembered = remembered.forClient(client.id());
            if (another && current != null) {
                current = current.forAnother(now);
            }
        }
        if (current != null && said.signedOut()) {
            current = current.signedOut();
        }
        return with(remembered, current == null ? null : current.standing(personal, client, said.context()));
    }

    /**
     * With nothing left but what makes her stay forgotten for a day: the word itself, when it was heard, and which batches
     * of which page loads came before it. The desk is told to forget her too.
     *
     * @param word null: the house erases her, which says nothing of her consent
     */
    public Visitor forgotten(@Nullable ConsentWord word, Instant now, String id) {
        var at = word == null ? now : word.at();
        return NOBODY.with(it -> {
            it.sources = sources;
            it.due = List.of(new Due.Forget(id));
            it.consent = word;
            it.withdrawal = new Withdrawal(at, now);
            it.steppedAt = now;
        });
    }

    public Visitor with(Memory nextMemory, @Nullable Session nextSession) {
        return with(it -> {
            it.memory = nextMemory;
            it.session = nextSession;
        });
    }

    public Visitor withTab(Tab tab) {
        return tabs.contains(tab) ? this : withTabs(Keep.last(tabs, tab, MOST_TABS));
    }

    public Visitor withTabs(List<Tab> next) {
        return next.equals(tabs) ? this : with(it -> it.tabs = next);
    }

    public Visitor withInvitation(Invitation next) {
        return with(it -> it.invitation = next);
    }

    /** With the open invitation ended. */
    public Visitor closed(Closed ended) {
        return with(it -> {
            it.invitation = null;
            it.closed = Keep.last(closed, ended, MOST_CLOSED);
        });
    }

    public Visitor withConversation(@Nullable Conversation next) {
        return with(it -> it.conversation = next);
    }

    /** With something more to be told; of some things only the newest matters. */
    public Visitor owing(Due more) {
        var next = new ArrayList<>(
                due.stream().filter(each -> !more.overtakes(each)).toList());
        next.add(more);
        return with(it -> it.due = next);
    }

    /** With these told. */
    public Visitor settled(List<String> ids) {
        var next = due.stream().filter(each -> !ids.contains(each.id())).toList();
        return with(it -> it.due = next);
    }

    /** With what the advisors know of her; null: nothing any more. */
    public Visitor withNotice(@Nullable Notice next) {
        return with(it -> it.notice = next);
    }

    public Visitor steppedAt(Instant now) {
        return with(it -> it.steppedAt = now);
    }

    /** Without the memory of a withdrawal that no event can be older than any more. */
    public Visitor withoutWithdrawal() {
        return with(it -> {
            it.withdrawal = null;
            if (isDenied()) {
                it.consent = null;
                it.sources = Map.of();
            }
        });
    }

    private Visitor with(Consumer<Next> change) {
        var next = new Next(this);
        change.accept(next);
        return new Visitor(
                next.memory,
                next.session,
                next.sources,
                next.tabs,
                next.invitation,
                next.conversation,
                next.closed,
                next.due,
                next.notice,
                next.consent,
                next.withdrawal,
                next.steppedAt);
    }

    /** The next value in the making: this one, but for what is set. */
    private static final class Next {
        private Memory memory;
        private @Nullable Session session;
        private Map<String, Source> sources;
        private List<Tab> tabs;
        private @Nullable Invitation invitation;
        private @Nullable Conversation conversation;
        private List<Closed> closed;
        private List<Due> due;
        private @Nullable Notice notice;
        private @Nullable ConsentWord consent;
        private @Nullable Withdrawal withdrawal;
        private Instant steppedAt;

        Next(Visitor before) {
            memory = before.memory;
            session = before.session;
            sources = before.sources;
            tabs = before.tabs;
            invitation = before.invitation;
            conversation = before.conversation;
            closed = before.closed;
            due = before.due;
            notice = before.notice;
            consent = before.consent;
            withdrawal = before.withdrawal;
            steppedAt = before.steppedAt;
        }
    }
}
