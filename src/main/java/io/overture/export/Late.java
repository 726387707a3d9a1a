package io.overture.export;

import org.apache.kafka.common.TopicPartition;

/** The broker did not acknowledge in time: it is away, or it never takes a record that was among what it was sent. */
final class Late extends BrokerAway {

    private static final long serialVersionUID = 1;

    private final transient TopicPartition partition;

    /** @param partition to which that record goes */
    Late(Throwable cause, TopicPartition partition) {
        super(cause);
        this.partition = partition;
    }

    TopicPartition partition() {
        return partition;
    }
}
