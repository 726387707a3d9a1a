package io.overture.export;

import io.overture.journal.JournalItem;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record of the journal on its way.
 *
 * @param visitor the journal's name for the visitor; empty in what is about none
 */
record Outgoing(JournalItem item, String visitor, Kind kind, ProducerRecord<String, byte[]> record) {

    enum Kind {
        EVENT,
        /** After the last event of a visitor who was forgotten. */
        TOMBSTONE,
        /** A refused event, to the topic for such. */
        LETTER
    }
}
