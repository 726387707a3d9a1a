package io.overture.bench;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * One of the two who write to each other, with one message under way at a time: it has arrived when it was acknowledged
 * to its writer and read by the other.
 */
final class Writer {

    private static final LongConsumer NOBODY = latency -> {};

    private final String name;
    private final Consumer<String> says;
    private LongConsumer arrived = NOBODY;
    private int number;
    private long saidAt;
    private long latency;
    private boolean isAcknowledged;
    private boolean isRead;

    /** @param says writes the message with this id to the wire */
    Writer(String name, Consumer<String> says) {
        this.name = name;
        this.says = says;
    }

    /** @param arrived is told the nanoseconds until it was read, once it was acknowledged too */
    void say(LongConsumer arrived) {
        this.arrived = arrived;
        number++;
        isAcknowledged = false;
        isRead = false;
        saidAt = System.nanoTime();
        says.accept(id());
    }

    void acknowledged(String id) {
        if (id.equals(id())) {
            isAcknowledged = true;
            look();
        }
    }

    void read(String id) {
        if (id.equals(id()) && !isRead) {
            isRead = true;
            latency = System.nanoTime() - saidAt;
            look();
        }
    }

    private String id() {
        return name + number;
    }

    private void look() {
        if (isAcknowledged && isRead) {
            var told = arrived;
            arrived = NOBODY;
            told.accept(latency);
        }
    }
}
