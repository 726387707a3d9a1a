package io.overture.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.overture.journal.JournalItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What becomes of a batch of which the broker refuses some, or which it does not take. */
class BrokerTest {

    private static final CloudEvents EVENTS = new CloudEvents("journal", "eu");

    private final List<Picky> producers = new ArrayList<>();
    private final Broker broker = new Broker(() -> {
        producers.add(new Picky());
        return producers.getLast();
    });
    private boolean away;

    /** Refuses what is large, and everything while it is away. */
    private final class Picky extends MockProducer<String, byte[]> {

        Picky() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            if (away) {
                return CompletableFuture.failedFuture(new TimeoutException("nobody there"));
            }
            var value = record.value();
            if (value != null && new String(value, UTF_8).contains("stuck")) {
                var late = new TimeoutException("expired");
                callback.onCompletion(
                        new RecordMetadata(new TopicPartition(record.topic(), 0), -1, -1, -1, -1, -1), late);
                return CompletableFuture.failedFuture(late);
            }
            return value != null && value.length > 200
                    ? CompletableFuture.failedFuture(new RecordTooLargeException("too much"))
                    : super.send(record, callback);
        }
    }

    @Test
    void a_refused_record_does_not_keep_the_others_and_their_order_from_being_sent() throws BrokerAway {
        var batch = new ArrayList<Outgoing>();
        batch.addAll(record("00-1-0", "moment", ""));
        batch.addAll(record("00-2-0", "beacon", "x".repeat(300)));
        batch.addAll(record("00-3-0", "moment", ""));

        var refused = broker.send(batch);

        assertThat(refused).hasSize(1);
        assertThat(refused).containsEntry(batch.get(1), new Refusal("too_large", "too much"));
        assertThat(sentIds()).containsExactly("00-1-0", "00-3-0");
    }

    @Test
    void a_broker_that_is_away_is_not_a_refusal_and_is_asked_by_a_new_producer() throws BrokerAway {
        away = true;
        assertThatExceptionOfType(BrokerAway.class)
                .isThrownBy(() -> broker.send(record("00-1-0", "moment", "")))
                .withMessageContaining("nobody there");
        assertThat(producers.getFirst().closed()).isTrue();

        away = false;
        broker.send(record("00-1-0", "moment", ""));

        assertThat(producers).hasSize(2);
        assertThat(sentIds()).containsExactly("00-1-0");
    }

    @Test
    void one_that_is_never_acknowledged_is_refused_in_the_end_where_another_of_its_partition_is_taken_after_it()
            throws BrokerAway {
        var batch = new ArrayList<Outgoing>();
        batch.addAll(record("00-1-0", "moment", ""));
        batch.addAll(record("00-2-0", "beacon", "stuck"));
        batch.addAll(record("00-3-0", "moment", ""));
        isLate(3, batch);

        assertThat(broker.send(batch)).hasSize(1).containsKey(batch.get(1));

        assertThat(sentIds().stream().distinct()).containsExactly("00-1-0", "00-3-0");
        batch.removeLast();
        isLate(3, batch);
        assertThat(broker.send(batch))
                .hasSize(1)
                .hasEntrySatisfying(
                        batch.getLast(), why -> assertThat(why.reason()).isEqualTo("unacknowledged"));
    }

    @Test
    void where_none_is_taken_nothing_is_refused() {
        isLate(10, record("00-1-0", "beacon", "stuck"));

        var two = new ArrayList<Outgoing>();
        two.addAll(record("00-2-0", "beacon", "stuck"));
        two.addAll(record("00-3-0", "beacon", "stuck"));
        isLate(10, two);
    }

    private void isLate(int times, List<Outgoing> batch) {
        for (int i = 0; i < times; i++) {
            assertThatExceptionOfType(Late.class).isThrownBy(() -> broker.send(batch));
        }
    }

    @Test
    void a_refused_tombstone_is_kept_though_nothing_else_is_of_who_was_forgotten() {
        var batch = Batch.of(List.of(item("00-1-0", "beacon", ""), item("00-2-0", "forgotten", "")), EVENTS);
        var why = new Refusal("invalid", "no tombstones here");

        var changes = batch.changes(
                Map.of(batch.outgoing().getFirst(), why, batch.outgoing().getLast(), why), Instant.EPOCH);

        assertThat(changes).hasSize(3);
        assertThat(changes.get(1)).isEqualTo(new Change.Forgotten("she"));
        assertThat(changes.getLast())
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        kept -> assertThat(kept.letter().id()).isEqualTo("00-2-0"));
    }

    @Test
    void a_producer_whose_name_another_has_taken_sends_nothing_more() throws BrokerAway {
        broker.open();
        producers.getFirst().fenceProducer();

        assertThatExceptionOfType(BrokerAway.class)
                .isThrownBy(() -> broker.send(record("00-1-0", "moment", "")))
                .withCauseInstanceOf(ProducerFencedException.class);
    }

    @Test
    void a_record_is_a_cloud_event_by_the_name_of_its_visitor() {
        var sent = record("3f-1764000000000-1", "moment", "").getFirst().record();

        assertThat(sent.key()).isEqualTo("she");
        assertThat(new String(sent.value(), UTF_8)).startsWith("{\"at\":1764000000000,");
        assertThat(sent.headers())
                .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .containsExactlyInAnyOrder(
                        "ce_specversion=1.0",
                        "ce_id=3f-1764000000000-1",
                        "ce_source=/overture/eu",
                        "ce_type=io.overture.journal.moment",
                        "ce_time=2025-11-24T16:00:00Z",
                        "ce_dataschema=urn:overture:journal:moment:v1",
                        "content-type=application/json");
    }

    @Test
    void behind_the_last_record_of_a_forgotten_visitor_is_a_tombstone() {
        var sent = record("3f-7-0", "forgotten", "");

        assertThat(sent).extracting(Outgoing::kind).containsExactly(Outgoing.Kind.EVENT, Outgoing.Kind.TOMBSTONE);
        assertThat(sent.getLast().record().key()).isEqualTo("she");
        assertThat(sent.getLast().record().value()).isNull();
    }

    private static List<Outgoing> record(String id, String type, String filling) {
        var item = item(id, type, filling);
        return EVENTS.of(item, Head.of(item.json()).orElseThrow());
    }

    private static JournalItem item(String id, String type, String filling) {
        var json = "{\"at\":1764000000000,\"site\":\"demo\",\"visitor\":\"she\",\"type\":\"%s\",\"filling\":\"%s\"}"
                .formatted(type, filling);
        return new JournalItem.Kept(id, 7, "demo", json);
    }

    private List<String> sentIds() {
        return producers.stream()
                .flatMap(producer -> producer.history().stream())
                .map(sent -> new String(sent.headers().lastHeader("ce_id").value(), UTF_8))
                .toList();
    }
}
