package io.overture.journal;

import io.overture.redis.Lanes;
import io.overture.visitor.Handle;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What happened, read back in the order Redis recorded it: the shards' streams merged, a page at a time, as fast as the
 * reader takes it. Lines are JSON objects, as {@code docs/journal.md} describes them.
 */
public final class Journal {

    /** Records of one shard that are held at a time; all shards together are the most memory a reader costs. */
    private static final int PAGE = 32;

    /** Shards asked at the same time when a reader begins. */
    private static final int MOST_AT_ONCE = 16;

    private final Lanes lanes;
    private final int page;

    public Journal(Lanes lanes) {
        this(lanes, PAGE);
    }

    Journal(Lanes lanes, int page) {
        this.lanes = lanes;
        this.page = page;
    }

    /** Where a shard's records are appended, and read; it shares the hash tag of the shard's other keys. */
    public static String key(String shard) {
        return "ov:{" + shard + "}:j";
    }

    /**
     * @param from first instant, by Redis' clock
     * @param to instant after the last
     */
    public Multi<String> read(String site, Instant from, Instant to) {
        return Multi.createFrom().deferred(() -> {
            var shards = IntStream.range(0, Handle.SHARDS)
                    .mapToObj(shard -> new JournalShard(lanes, key(Handle.shardDigits(shard)), site, page, from, to))
                    .toList();
            return filled(shards)
                    .map(nothing -> new JournalMerge(shards))
                    .toMulti()
                    .onItem()
                    .transformToMultiAndConcatenate(Journal::lines);
        });
    }

    private static Uni<Void> filled(List<JournalShard> shards) {
        return Multi.createFrom()
                .iterable(shards)
                .onItem()
                .transformToUni(JournalShard::fill)
                .merge(MOST_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Multi<String> lines(JournalMerge merge) {
        return Multi.createBy()
                .repeating()
                .uni(merge::next)
                .whilst(lines -> !lines.isEmpty() || !merge.isOver())
                .onItem()
                .transformToMultiAndConcatenate(lines -> Multi.createFrom().iterable(lines));
    }
}
