package io.overture.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;

/** Both sides of some conversations write as fast as their messages arrive: so many are under way at once, and no more. */
final class Words {

    /** How many arrived, and after how long. */
    record Result(Samples latencies, double perSecond) {}

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Switchboard switchboard;
    private final List<Writer> writers;
    private final Promise<Void> silence = Promise.promise();
    private Samples latencies = new Samples();
    private int writing;
    private volatile boolean isOver;

    Words(Switchboard switchboard, List<Talk> talks) {
        this.switchboard = switchboard;
        this.writers = talks.stream().flatMap(talk -> talk.writers().stream()).toList();
    }

    /** Fails when a message does not arrive. */
    Result measure(Duration warmUp, Duration length) {
        switchboard.run(PATIENCE, () -> {
            writing = writers.size();
            writers.forEach(this::goOn);
            return Future.succeededFuture();
        });
        Switchboard.rest(warmUp);
        long start = System.nanoTime();
        switchboard.run(PATIENCE, this::forget);
        Switchboard.rest(length);
        var arrived = switchboard.run(PATIENCE, this::forget);
        double seconds = (System.nanoTime() - start) / 1e9;
        isOver = true;
        switchboard.run(PATIENCE, silence::future);
        return new Result(arrived, arrived.size() / seconds);
    }

    private void goOn(Writer writer) {
        if (isOver) {
            if (--writing == 0) {
                silence.complete();
            }
            return;
        }
        writer.say(latency -> {
            latencies.add(latency);
            goOn(writer);
        });
    }

    /** What has arrived since the last time. */
    private Future<Samples> forget() {
        var known = latencies;
        latencies = new Samples();
        return Future.succeededFuture(known);
    }
}
