package io.overture.flow;

import io.overture.journal.JournalRecord;
import io.overture.redis.Callback;
import io.overture.store.Alarms;
import io.overture.store.Commit;
import io.overture.store.Stored;
import io.overture.store.Visitors;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store's twin in memory, with the same one decision. */
final class MemoryStore implements Visitors, Alarms {

    private final Map<VisitorKey, Stored> values = new HashMap<>();
    private final Map<VisitorKey, Instant> alarms = new HashMap<>();
    private final List<JournalRecord> journal = new ArrayList<>();
    private int calls;

    @Override
    public void load(VisitorKey key, Callback<Optional<Stored>> then) {
        then.hear(found(key), null);
    }

    private synchronized Optional<Stored> found(VisitorKey key) {
        calls++;
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public synchronized Uni<Void> discard(VisitorKey key) {
        values.remove(key);
        alarms.remove(key);
        return Uni.createFrom().voidItem();
    }

    @Override
    public void commit(Commit commit, Callback<Outcome> then) {
        then.hear(decide(commit), null);
    }

    @Override
    public synchronized Multi<List<Integer>> overdue(Instant before) {
        return Multi.createFrom()
                .item(alarms.entrySet().stream()
                        .filter(each -> each.getValue().isBefore(before))
                        .map(each -> Integer.valueOf(each.getKey().handle().shard(), 16))
                        .distinct()
                        .toList());
    }

    @Override
    public synchronized Uni<List<Overdue>> claim(int shard, Instant before, Instant now, Duration lease, int most) {
        var due = alarms.entrySet().stream()
                .filter(each -> Integer.parseInt(each.getKey().handle().shard(), 16) == shard)
                .filter(each -> each.getValue().isBefore(before))
                .map(each -> new Overdue(each.getKey(), each.getValue()))
                .limit(most)
                .toList();
        due.forEach(each -> alarms.put(each.key(), now.plus(lease)));
        return Uni.createFrom().item(due);
    }

    synchronized List<JournalRecord> journal() {
        return List.copyOf(journal);
    }

    synchronized int calls() {
        return calls;
    }

    private synchronized Outcome decide(Commit commit) {
        calls++;
        var found = Optional.ofNullable(values.get(commit.key()));
        if (found.isPresent() && found.get().nonce() == commit.nonce()) {
            return new Outcome.Committed(found.get());
        }
        if (!found.map(Stored::nonce).equals(commit.expected().map(Stored::nonce))) {
            return new Outcome.Conflict(found);
        }
        var stored = new Stored(commit.nonce(), commit.visitor(), commit.alarm(), 1_000);
        if (commit.visitor().isNobody()) {
            values.remove(commit.key());
        } else {
            values.put(commit.key(), stored);
        }
        if (commit.alarm() == null) {
            alarms.remove(commit.key());
        } else {
            alarms.put(commit.key(), commit.alarm());
        }
        journal.addAll(commit.entries());
        return new Outcome.Committed(stored);
    }
}
