package io.overture.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The way to Redis, one, or that which sentinels name, or a cluster: a few pipelined connections to each, with a bound on what waits there, and a time
 * after which a command is given up. A command whose answer was lost is sent a second time, so every one must bear that.
 * Fails with {@link StoreUnavailable}: at once when Redis is away or too much waits, after two timeouts at the latest.
 * Keys of one command share a hash tag.
 */
public final class Lanes implements StoreHealth, AutoCloseable {

    /** Commands that may wait on one lane; below the client's own bound of 2048. */
    static final int MOST_IN_FLIGHT = 1024;

    private static final int LOOKS_PER_TIMEOUT = 10;

    private static final Logger LOG = Logger.getLogger(Lanes.class);

    /** What stands before a message. */
    private static final Pattern VERSION = Pattern.compile("\\d{1,9} ");

    private final Servers servers;
    private final ScheduledFuture<?> watch;
    private final LongAdder commands = new LongAdder();
    private volatile boolean leaving;
    private final LongAdder unpublished = new LongAdder();
    private final LongAdder notUnderstood = new LongAdder();
    private final Once told = new Once();
    private final Writes writes = new Writes(System::nanoTime);

    /** To one Redis. */
    public Lanes(Redis redis, int lanes, Duration timeout, ScheduledExecutorService timer) {
        this(new OneServer(redis, new LaneSettings(lanes, timeout)), timeout, timer);
    }

    Lanes(Servers servers, Duration timeout, ScheduledExecutorService timer) {
        this.servers = servers;
        long period = Math.max(1, timeout.toMillis() / LOOKS_PER_TIMEOUT);
        this.watch = timer.scheduleAtFixedRate(this::look, period, period, TimeUnit.MILLISECONDS);
    }

    /** Redis' answer, null for nil. */
    public Uni<@Nullable Response> send(Request request) {
        return Callback.uni(then -> send(request, then));
    }

    public void send(Request request, Callback<@Nullable Response> then) {
        new Errand(request, null, null, then).go();
    }

    /** The answers of all masters to a command that is about no key. */
    public Uni<List<Response>> sendToEach(Request request) {
        return withCare(servers.attemptAtEach(request));
    }

    /** Which of the keys may be asked about in one go; nothing is sent, unless who holds what is not known yet. */
    public Uni<List<MasterKeys>> byMaster(List<String> keys) {
        return servers.byMaster(keys);
    }

    /** What each master answered to a command that is about no key, or why it did not. */
    Uni<List<Reply>> askEach(Request request) {
        return servers.askEach(request);
    }

    /** As {@link #send}; the script travels only when Redis does not know it yet. */
    public Uni<@Nullable Response> run(Script script, List<String> keys, Object... args) {
        return Callback.uni(then -> run(script, keys, args, then));
    }

    public void run(Script script, List<String> keys, Object[] args, Callback<@Nullable Response> then) {
        new Errand(
                        call(Command.EVALSHA, script.sha1(), keys, args),
                        keys.getFirst(),
                        () -> call(Command.EVAL, script.source(), keys, args),
                        then)
                .go();
    }

    /** Fire and forget, and once at most. */
    public void publish(String channel, String text) {
        commands.increment();
        servers.attempt(Request.cmd(servers.publish()).arg(channel).arg(text), channel, (heard, failure) -> {
            if (failure != null) {
                unpublished.increment();
                LOG.debugf("not published: %s", failure.getMessage());
            }
        });
    }

    /** A connection to where messages of a channel pass; its own, since nothing else may go over it. */
    public Future<RedisConnection> connect(String channel) {
        return servers.connect(channel);
    }

    /** On a connection made for it. On a cluster the channel may have moved meanwhile, or may later: begin again then. */
    public Future<@Nullable Response> subscribe(RedisConnection connection, String channel) {
        return connection.send(Request.cmd(servers.subscribe()).arg(channel)).onFailure(failure -> servers.doubt());
    }

    @Override
    public boolean reachable() {
        return servers.reachable();
    }

    @Override
    public boolean everReached() {
        return servers.everReached();
    }

    @Override
    public Optional<Reason> refusesWrites() {
        return writes.refusal();
    }

    @Override
    public long unpublished() {
        return unpublished.sum();
    }

    @Override
    public long notUnderstood() {
        return notUnderstood.sum();
    }

    /** A message came that this release must not guess at: it is as if it had been lost. */
    public void notUnderstood(String kind, String message) {
        notUnderstood.increment();
        if (told.isNew(kind)) {
            LOG.warnf(
                    "event=message_not_understood kind=%s version=%s why=\"a node of another release sent it\"",
                    kind, VERSION.matcher(message).lookingAt() ? message.substring(0, message.indexOf(' ')) : "none");
        }
    }

    /** Sent so far, second tries included. */
    @Override
    public long commands() {
        return commands.sum();
    }

    /** This node is about to let go of Redis: that connections end is no news any more. */
    public void leave() {
        leaving = true;
    }

    public boolean isLeaving() {
        return leaving;
    }

    @Override
    public void close() {
        watch.cancel(false);
        servers.close();
    }

    /** One command until it is answered: once more when its answer was lost, and in full when Redis does not know the script. */
    private final class Errand implements Callback<@Nullable Response> {

        private final Request request;
        private final @Nullable String key;
        private final @Nullable Supplier<Request> inFull;
        private final Callback<@Nullable Response> then;
        private boolean isSecondTry;
        private boolean isInFull;

        Errand(
                Request request,
                @Nullable String key,
                @Nullable Supplier<Request> inFull,
                Callback<@Nullable Response> then) {
            this.request = request;
            this.key = key;
            this.inFull = inFull;
            this.then = then;
        }

        void go() {
            go(request);
        }

        private void go(Request what) {
            commands.increment();
            servers.attempt(what, key, this);
        }

        @Override
        public void hear(@Nullable Response said, @Nullable Throwable failure) {
            if (failure == null) {
                then.hear(said, null);
            } else if (failure instanceof ReplyLost && !isSecondTry) {
                isSecondTry = true;
                isInFull = false;
                go(request);
            } else if (inFull != null && !isInFull && failure instanceof ErrorType error && error.is("NOSCRIPT")) {
                isInFull = true;
                go(inFull.get());
            } else {
                then.hear(null, failure instanceof StoreUnavailable ? failure : unavailable(failure));
            }
        }
    }

    private void look() {
        servers.giveUpLate();
        writes.look();
    }

    private <T extends @Nullable Object> Uni<T> withCare(Uni<T> attempt) {
        return attempt.onFailure(ReplyLost.class)
                .retry()
                .atMost(1)
                .onFailure(failure -> !(failure instanceof StoreUnavailable))
                .transform(this::unavailable);
    }

    private StoreUnavailable unavailable(Throwable failure) {
        var reason = Reason.of(failure);
        var said = String.valueOf(failure.getMessage());
        if (reason.isOfWrites()) {
            writes.refused(reason, said);
        }
        return new StoreUnavailable(reason, "Redis did not do it: " + said);
    }

    private static Request call(Command command, String script, List<String> keys, Object... args) {
        var request = Request.cmd(command).arg(script).arg(keys.size());
        for (var key : keys) {
            request.arg(key);
        }
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
