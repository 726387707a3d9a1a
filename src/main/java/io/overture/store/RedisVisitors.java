package io.overture.store;

import io.overture.journal.Journal;
import io.overture.journal.JournalLine;
import io.overture.redis.Callback;
import io.overture.redis.Lanes;
import io.overture.redis.Once;
import io.overture.redis.Reason;
import io.overture.redis.Script;
import io.overture.redis.StoreUnavailable;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Visitors as values in Redis: one command to load, one to commit. */
public final class RedisVisitors implements Visitors {

    private static final Logger LOG = Logger.getLogger(RedisVisitors.class);
    private static final Script COMMIT = Script.named("commit");
    private static final byte[] NOTHING = {};
    private static final int OWN_ARGUMENTS = 8;
    private static final String KEEP = "";
    private static final String CLEAR = "-";

    private final Lanes lanes;
    private final Codec codec;
    private final Once told = new Once();
    private final BooleanSupplier tight;
    private final byte[] entriesPerShard;
    private final byte[] bytesPerShard;

    /**
     * @param tight whether what room there is belongs to those who are known
     * @param writeFormat of values; see {@code overture.store.write-format}
     * @param entriesPerShard the journal keeps roughly so many
     * @param bytesPerShard and takes roughly so much
     */
    public RedisVisitors(Lanes lanes, BooleanSupplier tight, int writeFormat, int entriesPerShard, long bytesPerShard) {
        this.lanes = lanes;
        this.tight = tight;
        this.codec = new Codec(writeFormat);
        this.entriesPerShard = ascii(entriesPerShard);
        this.bytesPerShard = ascii(bytesPerShard);
    }

    @Override
    public void load(VisitorKey key, Callback<Optional<Stored>> then) {
        var asker = Asker.now();
        lanes.send(
                Request.cmd(Command.GET).arg(Keys.value(key)),
                (value, failure) -> pass(failure, () -> stored(key, value, asker), then));
    }

    /** What is made of an answer may fail as well. */
    private static <T> void pass(@Nullable Throwable failure, Supplier<T> read, Callback<T> then) {
        if (failure != null) {
            then.hear(null, failure);
            return;
        }
        T item;
        try {
            item = read.get();
        } catch (Throwable unreadable) {
            then.hear(null, unreadable);
            return;
        }
        then.hear(item, null);
    }

    @Override
    public Uni<Void> discard(VisitorKey key) {
        return lanes.send(Request.cmd(Command.DEL).arg(Keys.value(key)))
                .chain(gone -> lanes.send(Request.cmd(Command.ZREM)
                        .arg(Keys.alarms(key.handle().shard()))
                        .arg(key.member())))
                .replaceWithVoid();
    }

    @Override
    public void commit(Commit commit, Callback<Outcome> then) {
        if (isNewStranger(commit) && tight.getAsBoolean()) {
            then.hear(null, new StoreUnavailable(Reason.FULL, "Redis is nearly full: nobody unknown is taken on"));
            return;
        }
        var shard = commit.key().handle().shard();
        var member = commit.key().member();
        var fitted = commit.visitor().isNobody()
                ? new Codec.Fitted(commit.visitor(), NOTHING)
                : codec.fit(commit.nonce(), commit.visitor(), commit.alarm());
        var entries = commit.entries();
        var args = new Object[OWN_ARGUMENTS + entries.size()];
        args[0] = commit.expected().isPresent()
                ? Codec.nonce(commit.expected().get().nonce())
                : NOTHING;
        args[1] = fitted.bytes();
        args[2] = commit.lifetime().toMillis();
        args[3] = alarm(commit);
        args[4] = member;
        args[5] = entriesPerShard;
        args[6] = commit.key().site();
        args[7] = bytesPerShard;
        for (int i = 0; i < entries.size(); i++) {
            args[OWN_ARGUMENTS + i] = JournalLine.of(entries.get(i));
        }
        lanes.run(
                COMMIT,
                List.of(Keys.value(shard, member), Keys.alarms(shard), Journal.key(shard)),
                args,
                (answer, failure) -> pass(failure, () -> outcome(commit, fitted, answer), then));
    }

    private static boolean isNewStranger(Commit commit) {
        var session = commit.visitor().session();
        return commit.expected().isEmpty()
                && !commit.visitor().isNobody()
                && session != null
                && session.client() == null;
    }

    private Outcome outcome(Commit commit, Codec.Fitted fitted, @Nullable Response answer) {
        return answer != null && answer.type() == ResponseType.NUMBER
                ? new Outcome.Committed(
                        new Stored(commit.nonce(), fitted.visitor(), commit.alarm(), fitted.bytes().length))
                : new Outcome.Conflict(stored(commit.key(), answer, Asker.NOBODY));
    }

    private Optional<Stored> stored(VisitorKey key, @Nullable Response value, Asker asker) {
        if (value == null) {
            return Optional.empty();
        }
        var bytes = value.toBytes();
        try {
            return Optional.of(codec.decode(bytes));
        } catch (Unreadable unreadable) {
            if (told.isNew(key)) {
                asker.log(() -> warn(key, bytes, unreadable));
            }
            throw unreadable;
        }
    }

    /** By her shard, which she shares with one in 256: enough to see whether it is one visitor or all. */
    private static void warn(VisitorKey key, byte[] value, Unreadable why) {
        var cause = why.getCause();
        LOG.warnf(
                cause == null ? null : Wordless.of(cause),
                "event=visitor_unreadable site=%s shard=%s format=%d bytes=%d reason=%s at=%d why=\"%s\"",
                key.site(),
                key.handle().shard(),
                value.length == 0 ? -1 : value[0],
                value.length,
                why.word(),
                why.at(),
                why.getMessage());
    }

    private static String alarm(Commit commit) {
        var before = commit.expected().map(Stored::alarm).orElse(null);
        var next = commit.alarm();
        if (Objects.equals(before, next)) {
            return KEEP;
        }
        return next == null ? CLEAR : millis(next);
    }

    /** As an argument. */
    private static byte[] ascii(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }
}
