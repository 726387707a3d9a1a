package io.overture.journal;

import io.overture.visitor.Handle;
import io.overture.wire.JsonOut;

/** What a reader of the journal finds: a record, or that there were some. */
public sealed interface JournalItem {

    /** The same at every reading: the shard, and the place in its stream. */
    String id();

    /** By Redis' clock, epoch milliseconds. */
    long millis();

    /** One JSON object, with a {@code type}. */
    String json();

    record Kept(String id, long millis, String site, String json) implements JournalItem {}

    /**
     * Records were trimmed before the reader came to them.
     *
     * @param shard 0–255
     * @param records how many, of all sites
     * @param millis of the first that was there again
     */
    record Gap(String id, long millis, int shard, long records) implements JournalItem {

        /** The type of its JSON. */
        public static final String TYPE = "gap";

        @Override
        public String json() {
            return JsonOut.object(out -> out.number("at", millis)
                    .text("type", TYPE)
                    .text("shard", Handle.shardDigits(shard))
                    .number("records", records));
        }
    }
}
