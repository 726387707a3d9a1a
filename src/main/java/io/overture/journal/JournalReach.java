package io.overture.journal;

import io.overture.journal.JournalCursor.Place;
import io.overture.visitor.Handle;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * What one look into a shard found, from a reader's place on.
 *
 * @param place the reader's next
 * @param unread records that follow its next place
 * @param length of what the shard keeps
 * @param trimmed how many it ever trimmed
 */
record JournalReach(int shard, List<JournalItem> items, Place place, long unread, long length, long trimmed) {

    JournalReach {
        items = List.copyOf(items);
    }

    /**
     * @param answer of {@code journal-tail.lua}
     * @param most records that were asked for; 0: the place is behind all there are
     */
    static JournalReach of(int shard, Place from, int most, Response answer) {
        long added = Long.parseLong(answer.get(0).toString());
        long length = Long.parseLong(answer.get(1).toString());
        var newest = StreamId.parse(answer.get(2).toString());
        if (newest.compareTo(from.last()) < 0) {
            // Redis has lost what the reader has, by a failover or a restored backup: from its end on.
            return new JournalReach(shard, List.of(), place(newest, added), 0, length, added - length);
        }
        long trimmed = added - length;
        var records = answer.get(3);
        var items = new ArrayList<JournalItem>(records.size() + 1);
        var last = from.last();
        for (var each : records) {
            last = StreamId.parse(each.get(0).toString());
            var fields = each.get(1);
            items.add(new JournalItem.Kept(
                    id(shard, last),
                    last.millis(),
                    fields.get(1).toString(),
                    fields.get(3).toString()));
        }
        boolean isBeginning = from.count() == Place.FROM_OLDEST;
        long missed = isBeginning ? 0 : Math.max(0, trimmed - from.count());
        if (missed > 0) {
            long millis = items.isEmpty() ? newest.millis() : items.getFirst().millis();
            items.addFirst(new JournalItem.Gap(id(shard, from.last()) + "-gap", millis, shard, missed));
        }
        boolean isAtEnd = most == 0 || records.size() < most;
        long count = isAtEnd ? added : Math.min(added, Math.max(trimmed, from.count()) + records.size());
        var reached = isAtEnd ? newest : last;
        return new JournalReach(shard, items, place(reached, count), added - count, length, trimmed);
    }

    private static Place place(StreamId last, long count) {
        return last.equals(StreamId.ZERO) ? Place.EMPTY : new Place(last, count);
    }

    private static String id(int shard, StreamId id) {
        return Handle.shardDigits(shard) + "-" + id;
    }
}
