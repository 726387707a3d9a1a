package io.overture.journal;

import java.util.List;

/**
 * How far a reader is behind.
 *
 * @param entries it has not read
 * @param oldest of them, by Redis' clock, epoch milliseconds; 0 when there is none
 * @param share of what a shard keeps that is unread, of the shard where it is largest: at 1 it is trimmed unread
 */
public record JournalLag(long entries, long oldest, double share) {

    public static final JournalLag NONE = new JournalLag(0, 0, 0);

    static JournalLag of(List<JournalReach> reached, int mostEntries) {
        long entries = 0;
        long oldest = Long.MAX_VALUE;
        double share = 0;
        for (var each : reached) {
            var records = each.items().stream()
                    .filter(JournalItem.Kept.class::isInstance)
                    .toList();
            long unread = each.unread() + records.size();
            entries += unread;
            if (!records.isEmpty()) {
                oldest = Math.min(oldest, records.getFirst().millis());
            }
            share = Math.max(share, share(each, unread, mostEntries));
        }
        return new JournalLag(entries, oldest == Long.MAX_VALUE ? 0 : oldest, share);
    }

    /** A shard that has been trimmed before, by entries or by bytes, is as long as it may be. */
    private static double share(JournalReach shard, long unread, int mostEntries) {
        double ofEntries = (double) unread / mostEntries;
        double ofLength = shard.trimmed() > 0 && shard.length() > 0 ? (double) unread / shard.length() : 0;
        return Math.min(1, Math.max(ofEntries, ofLength));
    }
}
