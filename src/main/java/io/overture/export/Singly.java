package io.overture.export;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Sends a batch record by record. One that is not acknowledged in time is refused where the broker takes another record of the
 * same partition after it; where it takes none the partition is away, and nothing is refused.
 */
final class Singly {

    /** One record, and to which partition it went. */
    @FunctionalInterface
    interface Attempt {
        /** @throws Refused by the broker */
        TopicPartition send(Outgoing each) throws BrokerAway, Refused;
    }

    /** A record, and no other, cannot be sent. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Refusal why;

        Refused(Refusal why) {
            super(why.detail());
            this.why = why;
        }

        Refusal why() {
            return why;
        }
    }

    private record Doubtful(Outgoing record, Late late) {}

    private final Attempt attempt;
    private final boolean wasTriedEnough;
    private final Map<Outgoing, Refusal> refused = new LinkedHashMap<>();
    private final Map<TopicPartition, Outgoing> newest = new HashMap<>();
    private final Map<TopicPartition, Doubtful> doubtful = new HashMap<>();

    /** @param wasTriedEnough false: who is late is tried again */
    Singly(Attempt attempt, boolean wasTriedEnough) {
        this.attempt = attempt;
        this.wasTriedEnough = wasTriedEnough;
    }

    Map<Outgoing, Refusal> send(List<Outgoing> batch) throws BrokerAway {
        for (var each : batch) {
            try {
                taken(each, attempt.send(each));
            } catch (Refused refusal) {
                refused.put(each, refusal.why());
            } catch (Late late) {
                doubt(each, late);
            }
        }
        if (!doubtful.isEmpty()) {
            throw doubtful.values().iterator().next().late();
        }
        return refused;
    }

    private void taken(Outgoing each, TopicPartition partition) {
        newest.put(partition, each);
        var before = doubtful.remove(partition);
        if (before != null) {
            refused.put(before.record(), Refusal.unacknowledged(before.late()));
        }
    }

    private void doubt(Outgoing each, Late late) throws BrokerAway {
        if (!wasTriedEnough || doubtful.containsKey(late.partition())) {
            throw late;
        }
        doubtful.put(late.partition(), new Doubtful(each, late));
        var witness = newest.get(late.partition());
        if (witness == null) {
            return;
        }
        try {
            // Nothing of its partition came after it: this is no more than the same record twice.
            taken(witness, attempt.send(witness));
        } catch (Refused changedItsMind) {
            throw late;
        }
    }
}
