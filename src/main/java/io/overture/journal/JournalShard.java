package io.overture.journal;

import io.overture.redis.Lanes;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A reader's place in one shard's journal, and the page it holds. */
final class JournalShard {

    /** A record, and where it stands in the stream. */
    record Line(StreamId id, String json) {}

    private final Lanes lanes;
    private final String key;
    private final String site;
    private final int page;
    private final String end;
    private final Deque<Line> held = new ArrayDeque<>();
    private String start;
    private boolean exhausted;

    JournalShard(Lanes lanes, String key, String site, int page, Instant from, Instant to) {
        this.lanes = lanes;
        this.key = key;
        this.site = site;
        this.page = page;
        this.start = Long.toString(Math.max(0, from.toEpochMilli()));
        this.end = "(" + Math.max(0, to.toEpochMilli());
    }

    /** Its next record; null when the page is used up. */
    @Nullable
    Line head() {
        return held.peek();
    }

    void drop() {
        held.remove();
    }

    /** Whether there may be more than the page holds. */
    boolean mayHaveMore() {
        return !exhausted;
    }

    /** Reads on until there is something of the site, or no more. */
    Uni<JournalShard> fill() {
        return lanes.send(Request.cmd(Command.XRANGE)
                        .arg(key)
                        .arg(start)
                        .arg(end)
                        .arg("COUNT")
                        .arg(page))
                .invoke(this::take)
                .chain(answer ->
                        held.isEmpty() && !exhausted ? fill() : Uni.createFrom().item(this));
    }

    private void take(@Nullable Response records) {
        if (records == null || records.size() < page) {
            exhausted = true;
        }
        if (records == null) {
            return;
        }
        for (var each : records) {
            var id = each.get(0).toString();
            start = "(" + id;
            var fields = each.get(1);
            if (fields.get(1).toString().equals(site)) {
                held.add(new Line(StreamId.parse(id), fields.get(3).toString()));
            }
        }
    }
}
