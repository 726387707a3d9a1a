package io.overture.journal;

import java.util.List;

/**
 * What a reader found in some of the shards: gaps first, then records in the order in which Redis has them.
 *
 * @param next where to read on
 * @param more whether there was more at that instant
 */
public record JournalPage(List<JournalItem> items, JournalCursor next, boolean more) {

    public JournalPage {
        items = List.copyOf(items);
    }
}
