package io.overture.client;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.overture.redis.StoreUnavailable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Clients' records in Redis, one key each, which nobody else's change can be lost in: who was faster wins, and the slower
 * changes what she then finds.
 */
final class RedisClients implements Clients {

    /** For which nothing that was under way brings back who was erased. */
    static final Duration MARK = Duration.ofHours(24);

    private static final int MOST_TRIES = 8;
    private static final String ERASED = "-";
    private static final String NONE = "";

    private static final Script PUT = Script.named("client-put");
    private static final Script ERASE = Script.named("client-erase");

    /** Nothing is there, or the mark of an erasure, or a record. */
    private record Found(String version, @Nullable ClientRecord record) {

        boolean fits(Expected expected) {
            return switch (expected) {
                case Expected.Anything any -> true;
                case Expected.Nothing none -> record == null;
                case Expected.Version(var versions) ->
                    record != null && (versions.contains("*") || versions.contains(version));
            };
        }
    }

    /** @param create whether there may be a record where there was none */
    private record Change(String id, Expected expected, Create create, UnaryOperator<ClientRecord> made) {}

    private enum Create {
        NEVER,
        UNLESS_ERASED,
        ALWAYS
    }

    private final Lanes lanes;
    private final Duration lifetime;
    private final Supplier<String> versions;
    private final Iterable<Forgetting> others;

    /**
     * @param lifetime of a record, from its last change
     * @param versions never the same twice
     */
    RedisClients(Lanes lanes, Duration lifetime, Supplier<String> versions, Iterable<Forgetting> others) {
        this.lanes = lanes;
        this.lifetime = lifetime;
        this.versions = versions;
        this.others = others;
    }

    @Override
    public Uni<Optional<ClientRecord>> find(String id) {
        return read(id).map(kept -> kept.map(Kept::record))
                .onFailure(StoreUnavailable.class)
                .recoverWithItem(Optional.empty());
    }

    @Override
    public Uni<Optional<Kept>> read(String id) {
        return look(id).map(RedisClients::kept);
    }

    @Override
    public Uni<Written> put(String id, Expected expected, UnaryOperator<ClientRecord> change) {
        return write(new Change(id, expected, Create.ALWAYS, change), MOST_TRIES);
    }

    @Override
    public Uni<Optional<ClientRecord>> change(String id, UnaryOperator<ClientRecord> change) {
        return write(new Change(id, new Expected.Anything(), Create.NEVER, change), MOST_TRIES)
                .map(RedisClients::record);
    }

    @Override
    public Uni<Void> addNote(String id, History.Note note) {
        return add(id, had -> had.noted(note));
    }

    @Override
    public Uni<Void> addConversation(String id, History.Talk talk) {
        return add(id, had -> had.talked(talk));
    }

    @Override
    public Uni<Void> visited(String id, Instant at) {
        return change(id, had -> had.with((History history) -> history.visited(at)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> purchased(String id, History.Order order) {
        return change(id, had -> had.with((History history) -> history.purchased(order, false)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Erasure>> delete(String id, Expected expected) {
        return look(id).chain(found -> {
            if (found.record() == null) {
                return erased(id, NONE, 0);
            }
            return found.fits(expected)
                    ? erased(id, expected instanceof Expected.Version ? found.version() : NONE, 1)
                    : Uni.createFrom().item(Optional.empty());
        });
    }

    /** Her record first, and with it the marks: what the others erase nobody writes again while they do. */
    private Uni<Optional<Erasure>> erased(String id, String version, int records) {
        var ofHers = new Erasure(Map.of(Erasure.Kind.RECORD, records), MARK);
        return lanes.run(ERASE, List.of(key(id), erasedKey(id)), version, MARK.toMillis())
                .chain(answer -> isDone(answer)
                        ? Multi.createFrom()
                                .iterable(others)
                                .onItem()
                                .transformToUniAndConcatenate(other -> other.forgetClient(id))
                                .collect()
                                .in(
                                        () -> new AtomicReference<>(ofHers),
                                        (sum, more) -> sum.set(sum.get().plus(more)))
                                .map(sum -> Optional.of(sum.get()))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> add(String id, UnaryOperator<History> change) {
        return write(new Change(id, new Expected.Anything(), Create.UNLESS_ERASED, had -> had.with(change)), MOST_TRIES)
                .replaceWithVoid();
    }

    private Uni<Written> write(Change change, int triesLeft) {
        if (triesLeft == 0) {
            return Uni.createFrom().failure(new StoreUnavailable("others kept changing a client's record"));
        }
        return look(change.id()).chain(found -> {
            if (!found.fits(change.expected()) || !mayWrite(found, change.create())) {
                return Uni.createFrom().item(new Written.Refused());
            }
            var before = found.record();
            var after = change.made().apply(before == null ? ClientRecord.of(change.id()) : before);
            if (after.equals(before)) {
                return Uni.createFrom().item(new Written.Done(new Kept(after, found.version()), false));
            }
            var version = versions.get();
            return lanes.run(
                            PUT,
                            List.of(key(change.id())),
                            found.version(),
                            version,
                            RecordJson.of(after).toString(),
                            lifetime.toMillis())
                    .chain(answer -> isDone(answer)
                            ? Uni.createFrom().<Written>item(new Written.Done(new Kept(after, version), before == null))
                            : write(change, triesLeft - 1));
        });
    }

    private static boolean mayWrite(Found found, Create create) {
        return found.record() != null
                || switch (create) {
                    case NEVER -> false;
                    case UNLESS_ERASED -> !found.version().equals(ERASED);
                    case ALWAYS -> true;
                };
    }

    private Uni<Found> look(String id) {
        return lanes.send(Request.cmd(Command.HMGET).arg(key(id)).arg("v").arg("json"))
                .map(answer -> found(id, answer));
    }

    private static Found found(String id, @Nullable Response answer) {
        if (answer == null || answer.get(0) == null) {
            return new Found(NONE, null);
        }
        var json = answer.get(1);
        return new Found(answer.get(0).toString(), json == null ? null : record(id, json.toString()));
    }

    /** What a newer release wrote beside what this one knows is passed over. */
    private static ClientRecord record(String id, String json) {
        var reader = new RecordReader(Form.ofOurs(JsonBody.stored(json)));
        return new ClientRecord(id, reader.profile(), reader.history(History.NONE));
    }

    private static Optional<Kept> kept(Found found) {
        var record = found.record();
        return record == null ? Optional.empty() : Optional.of(new Kept(record, found.version()));
    }

    private static Optional<ClientRecord> record(Written written) {
        return switch (written) {
            case Written.Done(var kept, var created) -> Optional.of(kept.record());
            case Written.Refused refused -> Optional.empty();
        };
    }

    private static boolean isDone(@Nullable Response answer) {
        return answer != null && answer.toString().equals("1");
    }

    /** Hash-tagged by herself, so that clients are spread over a cluster. */
    static String key(String id) {
        return "ov:client:{" + ClientRecord.digest(id) + "}";
    }

    /** When she was erased, for as long as something from before may be under way. */
    static String erasedKey(String id) {
        return key(id) + ":erased";
    }
}
