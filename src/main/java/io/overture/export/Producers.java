package io.overture.export;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Producers of this region and topic: what is settled here holds, the rest is as the operator set it. */
final class Producers implements Supplier<Producer<String, byte[]>> {

    /** Everything that waits for a broker is over before the loop has waited long. */
    private static final Map<String, Object> UNLESS_SET = Map.of(
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
            ProducerConfig.LINGER_MS_CONFIG, 0,
            ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, "",
            ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);

    /** Quarkus adds it for consumers. */
    private static final String CONSUMERS_ONLY = "group.id";

    private final Map<String, Object> settings;

    /** @param kafka the operator's settings, without their prefix */
    Producers(Map<String, Object> kafka, String region, String topic) {
        var all = new HashMap<>(UNLESS_SET);
        all.putAll(kafka);
        all.remove(CONSUMERS_ONLY);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Each record in a batch of its own. One of several that is larger than its topic allows is split into batches
        // of this size: where that is larger too Kafka's client splits it anew until it runs out of time.
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, 0);
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "overture." + region + "." + topic);
        this.settings = Map.copyOf(all);
    }

    @Override
    public Producer<String, byte[]> get() {
        return new KafkaProducer<>(new HashMap<>(settings), new StringSerializer(), new ByteArraySerializer());
    }
}
