package io.overture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that ever came to a topic, in the order of each partition. */
final class Journalled implements AutoCloseable {
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> all = new ArrayList<>();

    Journalled(KafkaBroker broker, String topic, int partitions) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.address(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        var each = new ArrayList<TopicPartition>();
        for (int i = 0; i < partitions; i++) {
            each.add(new TopicPartition(topic, i));
        }
        consumer.assign(each);
        consumer.seekToBeginning(each);
    }

    List<ConsumerRecord<String, String>> soFar() {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
        return List.copyOf(all);
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    static String id(ConsumerRecord<String, String> record) {
        return header(record, "ce_id");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
