package io.overture.store;

import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Visitors as values in Redis: one command to load, one to commit. */
public final class RedisVisitors implements Visitors {

    private static final Script COMMIT = Script.named("commit");
    private static final byte[] NOTHING = {};
    private static final String KEEP = "";
    private static final String CLEAR = "-";

    private final Lanes lanes;
    private final Codec codec;
    private final BooleanSupplier tight;
    private final int entriesPerShard;
    private final long bytesPerShard;

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
        this.entriesPerShard = entriesPerShard;
        this.bytesPerShard = bytesPerShard;
    }

    @Override
    public Uni<Optional<Stored>> load(VisitorKey key) {
        return lanes.send(Request.cmd(Command.GET).arg(Keys.value(key))).map(this::stored);
    }

    @Override
    public Uni<Outcome> commit(Commit commit) {
        if (isNewStranger(commit) && tight.getAsBoolean()) {
            return Uni.createFrom().failure(new StoreUnavailable("Redis is nearly full: nobody unknown is taken on"));
        }
        var shard = commit.key().handle().shard();
        var fitted = commit.visitor().isNobody()
                ? new Codec.Fitted(commit.visitor(), NOTHING)
                : codec.fit(commit.nonce(), commit.visitor(), commit.alarm());
        var args = new ArrayList<Object>(List.of(
                commit.expected().map(stored -> Codec.nonce(stored.nonce())).orElse(NOTHING),
                fitted.bytes(),
                commit.lifetime().toMillis(),
                alarm(commit),
                commit.key().member(),
                entriesPerShard,
                commit.key().site(),
                bytesPerShard));
        commit.entries().forEach(entry -> args.add(JournalLine.of(entry)));
        return lanes.run(
                        COMMIT,
                        List.of(Keys.value(commit.key()), Keys.alarms(shard), Keys.journal(shard)),
                        args.toArray())
                .map(answer -> outcome(commit, fitted, answer));
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
                : new Outcome.Conflict(stored(answer));
    }

    private Optional<Stored> stored(@Nullable Response value) {
        return value == null ? Optional.empty() : Optional.of(codec.decode(value.toBytes()));
    }

    private static String alarm(Commit commit) {
        var before = commit.expected().map(Stored::alarm).orElse(null);
        var next = commit.alarm();
        if (Objects.equals(before, next)) {
            return KEEP;
        }
        return next == null ? CLEAR : millis(next);
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }
}
