package io.overture.export;

import io.overture.export.Outgoing.Kind;
import io.overture.journal.JournalCursor;
import io.overture.journal.JournalTail;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends what follows the cursor, a part of the shards at a time, and saves the cursor when the broker has acknowledged.
 * Whatever fails in between is done again: every record is sent at least once, and the same record has the same id. Of one
 * thread, the only one that may wait.
 */
final class Exporter {

    /** Far above two timeouts of a command, so that it is the store that gives up. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int LETTERS_AT_ONCE = 100;

    private static final Logger LOG = Logger.getLogger(Exporter.class);

    private final JournalTail tail;
    private final Progress progress;
    private final Letters letters;
    private final CloudEvents events;
    private final Broker broker;
    private final Optional<String> letterTopic;
    private final ExportMeters meters;
    private final InstantSource clock;

    Exporter(
            JournalTail tail,
            Progress progress,
            Letters letters,
            CloudEvents events,
            Broker broker,
            Optional<String> letterTopic,
            ExportMeters meters,
            InstantSource clock) {
        this.tail = tail;
        this.progress = progress;
        this.letters = letters;
        this.events = events;
        this.broker = broker;
        this.letterTopic = letterTopic;
        this.meters = meters;
        this.clock = clock;
    }

    /** Another node has become the exporter. */
    static final class Superseded extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * One part of the shards.
     *
     * @return where to read on, and whether there was more
     */
    Reached part(Term term, JournalCursor from, int part) throws BrokerAway, Superseded {
        broker.open();
        var page = await(tail.read(from, part));
        if (page.next().equals(from)) {
            return new Reached(from, false);
        }
        var batch = Batch.of(page.items(), events);
        var refused = send(batch.outgoing());
        save(term, page.next().text(), batch.changes(refused, clock.instant()));
        told(batch, refused);
        return new Reached(page.next(), page.more());
    }

    record Reached(JournalCursor next, boolean more) {}

    /** What had been refused and was asked for again. What is refused once more is a letter again. */
    void sendAgain(Term term) throws BrokerAway, Superseded {
        broker.open();
        var wanted = await(letters.toSendAgain(LETTERS_AT_ONCE));
        if (wanted.isEmpty()) {
            return;
        }
        var batch = Batch.of(wanted.stream().map(Letter::item).toList(), events);
        var refused = send(batch.outgoing());
        var changes = new ArrayList<Change>();
        wanted.forEach(letter -> changes.add(new Change.SentAfterAll(letter)));
        changes.addAll(batch.changes(refused, clock.instant()));
        save(term, Progress.UNMOVED, changes);
        told(batch, refused);
    }

    private Map<Outgoing, Refusal> send(List<Outgoing> outgoing) throws BrokerAway {
        var refused = new LinkedHashMap<>(broker.send(outgoing));
        letterTopic.ifPresent(topic -> copy(refused, topic));
        return refused;
    }

    /** What this topic does not take is in the list all the same: for a copy nothing waits. */
    private void copy(Map<Outgoing, Refusal> refused, String topic) {
        var copies = refused.entrySet().stream()
                .map(each -> CloudEvents.refused(each.getKey(), topic, each.getValue()))
                .toList();
        try {
            broker.send(copies);
        } catch (BrokerAway away) {
            LOG.warnf(
                    "event=export_dead_letters_not_copied topic=%s records=%d why=\"%s\"",
                    topic, copies.size(), away.getMessage());
        }
    }

    private void save(Term term, String cursor, List<Change> changes) throws Superseded {
        var saved = await(progress.save(term, cursor, changes));
        if (!saved.done()) {
            throw new Superseded();
        }
        if (saved.dropped() > 0) {
            meters.dropped(saved.dropped());
            LOG.warnf("event=export_dead_letters_dropped records=%d", saved.dropped());
        }
    }

    private void told(Batch batch, Map<Outgoing, Refusal> refused) {
        long tombstones = refused.keySet().stream()
                .filter(each -> each.kind() == Kind.TOMBSTONE)
                .count();
        long events = refused.size() - tombstones;
        meters.sent(batch.count(Kind.EVENT) - events, batch.count(Kind.TOMBSTONE) - tombstones);
        meters.refused(events + batch.unreadable().size());
        refused.entrySet().stream()
                .findFirst()
                .ifPresent(first -> LOG.warnf(
                        "event=export_refused records=%d first=%s reason=%s detail=\"%s\"",
                        refused.size(),
                        first.getKey().item().id(),
                        first.getValue().reason(),
                        first.getValue().detail()));
        if (batch.missing() > 0) {
            meters.lost(batch.missing());
            LOG.errorf("event=export_lost records=%d why=\"trimmed before they were sent\"", batch.missing());
        }
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
