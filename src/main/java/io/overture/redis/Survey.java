package io.overture.redis;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who holds what, and keeps it: one survey at a time, seldom enough.
 *
 * @param <T> what is found
 */
final class Survey<T> {

    /** From the end of one to the next: as long as the way to a new master is overlooked. */
    static final Duration PAUSE = Duration.ofMillis(50);

    private final Supplier<Uni<T>> question;
    private final Consumer<T> found;
    private final ScheduledExecutorService timer;
    private volatile @Nullable T known;
    private Future<T> latest = Future.failedFuture("nobody has been asked yet");
    private boolean underWay;
    private boolean planned;
    private long endedAt = System.nanoTime() - PAUSE.toNanos();

    /**
     * @param question to those who may know, all at the same time; put when it is asked, and one that throws has failed
     * @param found told of what was found before anybody who waits for it is; if it throws, nothing was found
     */
    Survey(Supplier<Uni<T>> question, Consumer<T> found, ScheduledExecutorService timer) {
        this.question = question;
        this.found = found;
        this.timer = timer;
    }

    /** As last found; null: not yet. */
    @Nullable
    T known() {
        return known;
    }

    /**
     * What follows goes on where whoever asks is: on their event loop, if they are on one.
     *
     * @param otherwise what is wrong when nothing is known, and nobody who is asked knows either
     */
    <R extends @Nullable Object> Uni<R> withKnown(Function<T, Uni<R>> then, String otherwise) {
        return Uni.createFrom().deferred(() -> {
            var at = known;
            return at != null ? then.apply(at) : fresh(otherwise).chain(then::apply);
        });
    }

    /** The same, at once where it is known. */
    <R extends @Nullable Object> void withKnown(String otherwise, Callback<R> then, Consumer<T> next) {
        var at = known;
        if (at != null) {
            next.accept(at);
        } else {
            fresh(otherwise).subscribe().with(next, failure -> then.hear(null, failure));
        }
    }

    /** Fails as {@link #withKnown} does. */
    Uni<T> fresh(String otherwise) {
        return Uni.createFrom().emitter(caller -> {
            var context = Vertx.currentContext();
            ask().onComplete(asked -> on(context, () -> {
                if (asked.succeeded()) {
                    caller.complete(asked.result());
                } else {
                    caller.fail(new StoreUnavailable(otherwise + ": " + TlsFault.orElse(first(asked.cause()))));
                }
            }));
        });
    }

    /** The one that is under way; else a new one, or within the pause the last one, and a new one after it. */
    Future<T> ask() {
        Promise<T> answer = Promise.promise();
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
            try {
                timer.schedule(this::askAsPlanned, pause, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException stopped) {
                // Whoever gave rise to it is to hear an answer all the same.
                planned = false;
            }
        }
    }

    private void askAsPlanned() {
        synchronized (this) {
            planned = false;
        }
        ask();
    }

    /**
     * With no lock in hand: an answer may come from a client that has one of its own. On the timer, since a question put on an
     * event loop makes that loop a connection of its own to everybody who is asked.
     */
    private void begin(Promise<T> answer) {
        try {
            timer.execute(() -> put(answer));
        } catch (RejectedExecutionException stopped) {
            end();
            answer.fail(stopped);
        }
    }

    private void put(Promise<T> answer) {
        Uni.createFrom()
                .deferred(question::get)
                .invoke(found)
                .invoke(what -> known = what)
                .onTermination()
                .invoke(this::end)
                .subscribe()
                .with(answer::complete, answer::fail);
    }

    private synchronized void end() {
        underWay = false;
        endedAt = System.nanoTime();
    }

    /** Of several who were asked and did not say. */
    private static Throwable first(Throwable failure) {
        return failure instanceof CompositeException all ? all.getCauses().getFirst() : failure;
    }

    private static void on(@Nullable Context context, Runnable deed) {
        if (context == null) {
            deed.run();
        } else {
            context.runOnContext(nothing -> deed.run());
        }
    }
}
