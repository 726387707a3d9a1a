package io.overture.store;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way to Redis: a few pipelined connections, each with a bound on what waits there, and a time after which a command
 * is given up. A command whose answer was lost is sent a second time, so every one must bear that. Fails with
 * {@link StoreUnavailable}: at once when Redis is away or too much waits, after two timeouts at the latest.
 */
public final class Lanes implements StoreHealth, AutoCloseable {

    /** Commands that may wait on one lane; below the client's own bound of 2048. */
    static final int MOST_IN_FLIGHT = 1024;

    private static final int LOOKS_PER_TIMEOUT = 10;

    private final List<Lane> lanes;
    private final ScheduledFuture<?> watch;
    private final AtomicInteger turn = new AtomicInteger();
    private final LongAdder commands = new LongAdder();
    private volatile boolean reachable;
    private volatile boolean everReached;

    public Lanes(Redis redis, int lanes, Duration timeout, ScheduledExecutorService timer) {
        this.lanes = Stream.generate(() -> new Lane(redis, MOST_IN_FLIGHT, timeout))
                .limit(lanes)
                .toList();
        long period = Math.max(1, timeout.toMillis() / LOOKS_PER_TIMEOUT);
        this.watch = timer.scheduleAtFixedRate(
                () -> this.lanes.forEach(Lane::giveUpLate), period, period, TimeUnit.MILLISECONDS);
    }

    /** Redis' answer, null for nil. */
    public Uni<@Nullable Response> send(Request request) {
        return withCare(attempt(request));
    }

    /** As {@link #send}; the script travels only when Redis does not know it yet. */
    public Uni<@Nullable Response> run(Script script, List<String> keys, Object... args) {
        return withCare(attempt(call(Command.EVALSHA, script.sha1(), keys, args))
                .onFailure(failure -> failure instanceof ErrorType error && error.is("NOSCRIPT"))
                .recoverWithUni(() -> attempt(call(Command.EVAL, script.source(), keys, args))));
    }

    @Override
    public boolean reachable() {
        return reachable;
    }

    @Override
    public boolean everReached() {
        return everReached;
    }

    /** Sent so far, second tries included. */
    @Override
    public long commands() {
        return commands.sum();
    }

    @Override
    public void close() {
        watch.cancel(false);
        lanes.forEach(Lane::close);
    }

    private Uni<@Nullable Response> attempt(Request request) {
        Uni<@Nullable Response> sent = Uni.createFrom().emitter(caller -> {
            commands.increment();
            lanes.get(Math.floorMod(turn.getAndIncrement(), lanes.size())).send(request, caller);
        });
        return sent.onItemOrFailure()
                .invoke((answer, failure) -> note(failure == null || failure instanceof ErrorType));
    }

    /** A refusal is an answer, too. */
    private void note(boolean answered) {
        if (reachable != answered) {
            reachable = answered;
        }
        if (answered && !everReached) {
            everReached = true;
        }
    }

    private static Uni<@Nullable Response> withCare(Uni<@Nullable Response> attempt) {
        return attempt.onFailure(ReplyLost.class)
                .retry()
                .atMost(1)
                .onFailure(failure -> !(failure instanceof StoreUnavailable))
                .transform(failure -> new StoreUnavailable("Redis did not do it: " + failure.getMessage()));
    }

    private static Request call(Command command, String script, List<String> keys, Object... args) {
        var request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        for (var arg : args) {
            switch (arg) {
                case byte[] bytes -> request.arg(bytes);
                case Number number -> request.arg(number.longValue());
                default -> request.arg(arg.toString());
            }
        }
        return request;
    }
}
