package io.overture.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The way to Kafka: batches in transactions under one name, so that the broker itself refuses whoever had the name before,
 * even one that wakes up with records in its hands. After any failure that is not about a record the producer is made anew.
 * Of one thread.
 */
final class Broker implements AutoCloseable {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final TopicPartition NOWHERE = new TopicPartition("", 0);

    private final Supplier<Producer<String, byte[]>> factory;
    private final Tries tries = new Tries();
    private final Map<Outgoing, TopicPartition> partitions = new ConcurrentHashMap<>();
    private @Nullable Producer<String, byte[]> producer;

    /** @param factory of producers with a transactional id, always the same */
    Broker(Supplier<Producer<String, byte[]>> factory) {
        this.factory = factory;
    }

    /** Connects where it is not connected; from here on the broker refuses every producer before this one. */
    Producer<String, byte[]> open() throws BrokerAway {
        if (producer == null) {
            try {
                producer = factory.get();
                producer.initTransactions();
            } catch (RuntimeException e) {
                throw away(e);
            }
        }
        return producer;
    }

    /**
     * Sends in order, and returns when the broker has acknowledged. Where it refuses a record, or has not acknowledged the batch
     * in several tries, the batch goes record by record.
     *
     * @return the records that it refused, and why
     */
    Map<Outgoing, Refusal> send(List<Outgoing> batch) throws BrokerAway {
        if (batch.isEmpty()) {
            return Map.of();
        }
        try {
            boolean wasTriedEnough = tries.areUsedUp(batch);
            boolean isSent = !wasTriedEnough && attempt(batch).isEmpty();
            Map<Outgoing, Refusal> refused = isSent ? Map.of() : new Singly(this::single, wasTriedEnough).send(batch);
            tries.succeeded(batch);
            return refused;
        } catch (Late late) {
            tries.failed(batch);
            throw late;
        }
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(AT_ONCE);
            producer = null;
        }
    }

    private TopicPartition single(Outgoing each) throws BrokerAway, Singly.Refused {
        var refusal = attempt(List.of(each));
        if (refusal.isPresent()) {
            throw new Singly.Refused(refusal.get());
        }
        return partitions.getOrDefault(each, NOWHERE);
    }

    /** All of it, or nothing and why. */
    private Optional<Refusal> attempt(List<Outgoing> batch) throws BrokerAway {
        var open = open();
        partitions.clear();
        try {
            open.beginTransaction();
            var failure = failure(open, batch);
            if (failure == null) {
                open.commitTransaction();
                return Optional.empty();
            }
            var refusal = Refusal.of(failure);
            if (refusal.isEmpty()) {
                throw failure instanceof TimeoutException ? late(failure, batch.getFirst()) : away(failure);
            }
            open.abortTransaction();
            return refusal;
        } catch (RuntimeException e) {
            throw away(e);
        }
    }

    /** What is about a record goes before what follows from it: a refused record fails the others of its transaction. */
    private @Nullable Throwable failure(Producer<String, byte[]> open, List<Outgoing> batch) {
        @Nullable Throwable failure = null;
        var sent = new ArrayList<Future<RecordMetadata>>(batch.size());
        try {
            for (var each : batch) {
                var answer = open.send(each.record(), (where, why) -> learn(each, where));
                sent.add(answer);
                // One that is answered before it is sent, such as for a topic that is not there, was waited for.
                if (answer.state() == Future.State.FAILED) {
                    break;
                }
            }
            open.flush();
        } catch (KafkaException e) {
            failure = e;
        }
        for (var each : sent) {
            try {
                each.get();
            } catch (ExecutionException e) {
                var cause = e.getCause() == null ? e : e.getCause();
                if (Refusal.of(cause).isPresent()) {
                    return cause;
                }
                failure = failure == null ? cause : failure;
            } catch (InterruptedException e) {
                return new InterruptException(e);
            }
        }
        return failure;
    }

    /** Kafka's client names the partition of what failed too, once it has chosen one. */
    private void learn(Outgoing each, @Nullable RecordMetadata where) {
        if (where != null && where.partition() >= 0) {
            partitions.put(each, new TopicPartition(where.topic(), where.partition()));
        }
    }

    private BrokerAway late(Throwable failure, Outgoing first) {
        var partition = partitions.get(first);
        close();
        return partition == null ? new BrokerAway(failure) : new Late(failure, partition);
    }

    private BrokerAway away(Throwable failure) {
        close();
        return new BrokerAway(failure);
    }
}
