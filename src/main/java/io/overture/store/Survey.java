package io.overture.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds out who holds what: asks several nodes and believes the first that knows; one survey at a time, seldom enough. */
final class Survey {

    /** From the end of one to the next: as long as the way to a new master is overlooked. */
    static final Duration PAUSE = Duration.ofMillis(50);

    private final Supplier<List<Uni<SlotMap>>> questions;
    private final Consumer<SlotMap> found;
    private final ScheduledExecutorService timer;
    private Future<SlotMap> latest = Future.failedFuture("nobody has been asked yet");
    private boolean underWay;
    private boolean planned;
    private long endedAt = System.nanoTime() - PAUSE.toNanos();

    /**
     * @param questions each to a node; asked at the same time
     * @param found told of what was found before anybody who waits for it is
     */
    Survey(Supplier<List<Uni<SlotMap>>> questions, Consumer<SlotMap> found, ScheduledExecutorService timer) {
        this.questions = questions;
        this.found = found;
        this.timer = timer;
    }

    /** The one that is under way; else a new one, or within the pause the last one, and a new one after it. */
    Future<SlotMap> ask() {
        Promise<SlotMap> answer = Promise.promise();
        synchronized (this) {
            if (underWay) {
                return latest;
            }
            long pause = PAUSE.toNanos() - (System.nanoTime() - endedAt);
            if (pause > 0) {
                plan(pause);
                return latest;
            }
            underWay = true;
            latest = answer.future();
        }
        begin(answer);
        return answer.future();
    }

    private void plan(long pause) {
        if (!planned) {
            planned = true;
            timer.schedule(this::askAsPlanned, pause, TimeUnit.NANOSECONDS);
        }
    }

    private void askAsPlanned() {
        synchronized (this) {
            planned = false;
        }
        ask();
    }

    /** With no lock in hand: an answer may come from a client that has one of its own. */
    private void begin(Promise<SlotMap> answer) {
        Uni.join()
                .first(questions.get())
                .withItem()
                .subscribe()
                .with(
                        map -> {
                            found.accept(map);
                            end();
                            answer.complete(map);
                        },
                        failure -> {
                            end();
                            answer.fail(failure);
                        });
    }

    private synchronized void end() {
        underWay = false;
        endedAt = System.nanoTime();
    }
}
