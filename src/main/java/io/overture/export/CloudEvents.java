package io.overture.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.overture.export.Outgoing.Kind;
import io.overture.journal.JournalItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records of the journal as CloudEvents 1.0 in Kafka's binary mode: what the event is in headers, the record as it stands in
 * the journal as the value, and the journal's name for the visitor as the key, so that one visitor's records stay in order.
 * {@code docs/journal.md} has the list.
 */
final class CloudEvents {

    private static final String SPEC_VERSION = "1.0";
    private static final String TYPE_PREFIX = "io.overture.journal.";
    private static final String TOMBSTONE = "erased";
    private static final String FORGOTTEN = "forgotten";

    /** Of every type so far; see docs/schemas/journal. */
    private static final String SCHEMA = "urn:overture:journal:%s:v1";

    private final String topic;
    private final String source;

    CloudEvents(String topic, String region) {
        this.topic = topic;
        this.source = "/overture/" + region;
    }

    /** In this order; a visitor who was forgotten has a tombstone behind the last of her records. */
    List<Outgoing> of(JournalItem item, Head head) {
        var key = key(item, head);
        var event = new ProducerRecord<>(
                topic, null, item.millis(), key, item.json().getBytes(UTF_8));
        describe(event, item.id(), head.type(), head.at());
        event.headers().add("ce_dataschema", SCHEMA.formatted(head.type()).getBytes(UTF_8));
        event.headers().add("content-type", "application/json".getBytes(UTF_8));
        var all = new ArrayList<Outgoing>(2);
        all.add(new Outgoing(item, head.visitor(), Kind.EVENT, event));
        if (head.type().equals(FORGOTTEN)) {
            all.add(new Outgoing(item, head.visitor(), Kind.TOMBSTONE, tombstone(item, key, head)));
        }
        return all;
    }

    /** The same event to the topic for what was refused. */
    static Outgoing refused(Outgoing event, String topic, Refusal why) {
        var copy = new ProducerRecord<>(
                topic,
                null,
                event.record().timestamp(),
                event.record().key(),
                event.record().value(),
                event.record().headers());
        copy.headers().add("overture_refused", why.reason().getBytes(UTF_8));
        return new Outgoing(event.item(), event.visitor(), Kind.LETTER, copy);
    }

    private ProducerRecord<String, byte[]> tombstone(JournalItem item, String key, Head head) {
        byte @Nullable [] nothing = null;
        var tombstone = new ProducerRecord<String, byte[]>(topic, null, item.millis(), key, nothing);
        describe(tombstone, item.id() + "-" + TOMBSTONE, TOMBSTONE, head.at());
        return tombstone;
    }

    private void describe(ProducerRecord<String, byte[]> record, String id, String type, long at) {
        record.headers()
                .add("ce_specversion", SPEC_VERSION.getBytes(UTF_8))
                .add("ce_id", id.getBytes(UTF_8))
                .add("ce_source", source.getBytes(UTF_8))
                .add("ce_type", (TYPE_PREFIX + type).getBytes(UTF_8))
                .add("ce_time", Instant.ofEpochMilli(at).toString().getBytes(UTF_8));
    }

    /** What is about no visitor goes by its shard. */
    private static String key(JournalItem item, Head head) {
        return head.visitor().isEmpty() ? item.id().substring(0, item.id().indexOf('-')) : head.visitor();
    }
}
