package io.overture.journal;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.overture.visitor.Handle;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The journal for those who follow it: read on from a cursor, some shards at a time, so that a reader costs the same memory
 * however far behind it is. Of one shard, and so of one visitor, everything comes in order; between shards roughly so.
 */
public final class JournalTail {

    /** Parts in which the shards are read, one after the other. */
    public static final int PARTS = 16;

    /** Shards asked at the same time. */
    private static final int AT_ONCE = Handle.SHARDS / PARTS;

    /** Records of one shard in a page; sixteen shards of 12 KiB each are 6 MiB at most. */
    private static final int PAGE = 32;

    private static final Script TAIL = Script.named("journal-tail");

    private static final Comparator<JournalItem> ORDER = Comparator.comparing(
                    (JournalItem item) -> item instanceof JournalItem.Kept)
            .thenComparing(JournalItem::millis);

    private final Lanes lanes;
    private final int page;

    public JournalTail(Lanes lanes) {
        this(lanes, PAGE);
    }

    JournalTail(Lanes lanes, int page) {
        this.lanes = lanes;
        this.page = page;
    }

    /** @param part 0–15 */
    public Uni<JournalPage> read(JournalCursor from, int part) {
        return look(from, shardsOf(part), page).map(reached -> {
            var items = reached.stream()
                    .flatMap(each -> each.items().stream())
                    .sorted(ORDER)
                    .toList();
            return new JournalPage(items, from.with(reached), reached.stream().anyMatch(each -> each.unread() > 0));
        });
    }

    /** Behind everything that has happened so far. */
    public Uni<JournalCursor> end() {
        return look(JournalCursor.START, IntStream.range(0, Handle.SHARDS), 0).map(JournalCursor.START::with);
    }

    /** @param mostEntries that a shard keeps, roughly */
    public Uni<JournalLag> lag(JournalCursor from, int mostEntries) {
        return look(from, IntStream.range(0, Handle.SHARDS), 1).map(reached -> JournalLag.of(reached, mostEntries));
    }

    private static IntStream shardsOf(int part) {
        return IntStream.range(part * AT_ONCE, (part + 1) * AT_ONCE);
    }

    private Uni<List<JournalReach>> look(JournalCursor from, IntStream shards, int most) {
        return Multi.createFrom()
                .items(shards.boxed())
                .onItem()
                .transformToUni(shard -> ask(from.in(shard), shard, most)
                        .map(answer -> JournalReach.of(shard, from.in(shard), most, answer)))
                .merge(AT_ONCE)
                .collect()
                .asList();
    }

    private Uni<Response> ask(JournalCursor.Place from, int shard, int most) {
        return lanes.run(
                        TAIL,
                        List.of(Journal.key(Handle.shardDigits(shard))),
                        from.last().toString(),
                        most)
                .map(answer -> Objects.requireNonNull(answer, "the script always answers"));
    }
}
