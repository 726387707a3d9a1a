package io.overture.ops;

import io.overture.journal.JournalCursor;
import io.overture.journal.JournalItem;
import io.overture.journal.JournalPage;
import io.overture.journal.JournalTail;
import io.overture.ops.JournalResource.Line;
import io.overture.wire.JsonOut;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One reader's way along the journal. Reads a part of the shards when the reader has taken what came before; between the
 * records stands, often enough, the cursor from which another reader would go on.
 */
final class JournalFollower {

    /** Between two looks at all shards, once everything there was has been read. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A reader to whom nothing is to be said hears at least the cursor; below half of any proxy's patience. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int MOST_BETWEEN_CURSORS = 256;

    private final JournalTail tail;
    private final String site;
    private final BooleanSupplier goesOn;
    private JournalCursor at;
    private int part;
    private boolean moreInRound;
    /** Everything there was has been read: the next look has time, however much came. */
    private boolean hasCaughtUp;

    private boolean over;
    private int sinceCursor;
    /** One is due after the first round. */
    private long cursorAt = System.nanoTime() - HEARTBEAT.toNanos();

    /**
     * @param site empty: of all sites
     * @param goesOn whether the reader waits for what is yet to come
     */
    JournalFollower(JournalTail tail, JournalCursor from, String site, BooleanSupplier goesOn) {
        this.tail = tail;
        this.at = from;
        this.site = site;
        this.goesOn = goesOn;
    }

    Multi<Line> lines() {
        return Multi.createBy()
                .repeating()
                .uni(this::next)
                .whilst(lines -> !over)
                .onItem()
                .transformToMultiAndConcatenate(lines -> Multi.createFrom().iterable(lines));
    }

    private Uni<List<Line>> next() {
        var read = Uni.createFrom().deferred(() -> tail.read(at, part)).map(this::take);
        return hasCaughtUp
                ? Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE).chain(() -> read)
                : read;
    }

    private List<Line> take(JournalPage page) {
        if (part == 0) {
            moreInRound = false;
        }
        moreInRound |= page.more();
        at = page.next();
        var lines = new ArrayList<Line>(page.items().size() + 1);
        page.items().stream().filter(this::isWanted).map(JournalFollower::line).forEach(lines::add);
        sinceCursor += lines.size();
        part = (part + 1) % JournalTail.PARTS;
        hasCaughtUp = part == 0 && !moreInRound;
        over = hasCaughtUp && !goesOn.getAsBoolean();
        if (over || isCursorDue()) {
            lines.add(cursor());
            sinceCursor = 0;
            cursorAt = System.nanoTime();
        }
        return lines;
    }

    private boolean isCursorDue() {
        return sinceCursor >= MOST_BETWEEN_CURSORS
                || part == 0 && (sinceCursor > 0 || System.nanoTime() - cursorAt >= HEARTBEAT.toNanos());
    }

    private boolean isWanted(JournalItem item) {
        return switch (item) {
            case JournalItem.Gap gap -> true;
            case JournalItem.Kept kept -> site.isEmpty() || kept.site().equals(site);
        };
    }

    /** With its id, by which a reader knows what came twice. */
    private static Line line(JournalItem item) {
        return new Line("{\"record\":\"" + item.id() + "\"," + item.json().substring(1));
    }

    private Line cursor() {
        return new Line(JsonOut.object(out -> out.text("type", "cursor").text("after", at.text())));
    }
}
