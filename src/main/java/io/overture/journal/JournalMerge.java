package io.overture.journal;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The shards' journals as one: what can be said without asking Redis, then the shard that ran dry is read on. */
final class JournalMerge {

    private record Head(StreamId id, JournalShard shard) {}

    /** Lines handed over at a time. */
    private static final int BATCH = 256;

    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::id));

    /** @param shards each with its first page */
    JournalMerge(List<JournalShard> shards) {
        shards.forEach(this::enter);
    }

    /** Whether the last lines have been handed over. */
    boolean isOver() {
        return heads.isEmpty();
    }

    Uni<List<String>> next() {
        var lines = new ArrayList<String>();
        while (lines.size() < BATCH) {
            var first = heads.poll();
            if (first == null) {
                break;
            }
            var shard = first.shard();
            var line = shard.head();
            if (line != null) {
                lines.add(line.json());
                shard.drop();
            }
            if (shard.head() == null && shard.mayHaveMore()) {
                return shard.fill().invoke(this::enter).replaceWith(List.copyOf(lines));
            }
            enter(shard);
        }
        return Uni.createFrom().item(List.copyOf(lines));
    }

    private void enter(JournalShard shard) {
        var line = shard.head();
        if (line != null) {
            heads.add(new Head(line.id(), shard));
        }
    }
}
