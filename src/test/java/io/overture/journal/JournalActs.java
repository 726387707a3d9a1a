package io.overture.journal;

import static io.overture.store.Stores.get;

import io.overture.journal.JournalCursor.Place;
import io.overture.redis.Lanes;
import io.overture.release.Act;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import java.util.ArrayList;
import java.util.List;

/** Readers of the journal: from its oldest record on, and from a cursor on. */
public final class JournalActs {

    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));
    private static final int SHARD = Integer.parseInt(SHE.handle().shard(), 16);
    private static final int SHARDS_IN_PART = Handle.SHARDS / JournalTail.PARTS;

    /** Where a reader stopped in her shard. Redis makes ids by its clock; this one is older than any a test gets. */
    public static final JournalCursor STOPPED = stopped();

    private JournalActs() {}

    public static List<Act> all() {
        return List.of(
                Act.of("the journal is followed from its oldest record", lanes -> read(lanes, JournalCursor.START)),
                Act.of("the journal is followed from a cursor", lanes -> read(lanes, STOPPED)));
    }

    /** The records that follow, how many there ever were, and whether there are more. */
    public static List<Object> read(Lanes lanes, JournalCursor from) {
        var page = get(new JournalTail(lanes).read(from, SHARD / SHARDS_IN_PART));
        var records = page.items().stream().map(JournalItem::json).toList();
        return List.of(records, page.next().in(SHARD).count(), page.more());
    }

    private static JournalCursor stopped() {
        var places = new ArrayList<>(JournalCursor.START.places());
        places.set(SHARD, new Place(new StreamId(1_764_000_000_000L, 7), 1));
        return new JournalCursor(places);
    }
}
