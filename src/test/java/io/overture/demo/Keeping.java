package io.overture.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.overture.visitor.VisitorKey;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What Redis keeps of a visitor, read past the application. */
final class Keeping implements AutoCloseable {

    private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Before the body of a value: its format and its nonce. */
    private static final int HEADER = 9;
    /** In a value: {@code [steppedAt, alarm, [memory, session, sources, …, due, notice, withdrawal, word]]}. */
    private static final int BODY = 2;

    private static final int SOURCES = 2;
    private static final int WITHDRAWAL = 9;
    private static final int WORD = 10;

    private final Vertx vertx = Vertx.vertx();
    private final Redis redis;

    Keeping(int port) {
        redis = Redis.createClient(vertx, "redis://127.0.0.1:" + port);
    }

    /**
     * Whether all that is left of her is her word that nothing may be kept, when it was said and heard, and which batches of
     * which page loads came before it.
     */
    boolean isTombstone(VisitorKey key) {
        return Optional.ofNullable(ask(Command.GET, value(key)))
                .map(value -> read(CBOR, value.toBytes(), HEADER).path(BODY))
                .filter(body -> IntStream.range(0, WITHDRAWAL)
                        .filter(field -> field != SOURCES)
                        .allMatch(field -> isBare(body.path(field))))
                .filter(body -> isInstants(body.path(WITHDRAWAL)))
                .filter(body -> body.path(WORD).path(0).isBoolean()
                        && !body.path(WORD).path(0).booleanValue())
                .isPresent();
    }

    private static boolean isInstants(JsonNode withdrawal) {
        return withdrawal.size() == 2
                && StreamSupport.stream(withdrawal.spliterator(), false).allMatch(JsonNode::isNumber);
    }

    private static boolean isBare(JsonNode node) {
        return node.isContainerNode()
                ? StreamSupport.stream(node.spliterator(), false).allMatch(Keeping::isBare)
                : node.isNull() || node.asText().isEmpty();
    }

    /** How long her value stays, in milliseconds. */
    long lifetime(VisitorKey key) {
        var left = ask(Command.PTTL, value(key));
        return left == null ? 0 : left.toLong();
    }

    /** What is on the advisors' lists about her. */
    List<JsonNode> tasks(VisitorKey key) {
        return members("ov:{desk}:taskof:visitor:" + key.member())
                .map(id -> Optional.ofNullable(ask(Command.GET, "ov:{desk}:task2:" + id)))
                .flatMap(Optional::stream)
                .map(task -> read(JSON, task.toBytes(), 0))
                .toList();
    }

    /** Her conversations, by id, with what she wants of an advisor. */
    Map<String, JsonNode> conversations(VisitorKey key) {
        var all = new HashMap<String, JsonNode>();
        members("ov:{desk}:of:" + key.member()).forEach(id -> {
            var request = ask(Command.HGET, "ov:{desk}:call:" + id, "request");
            if (request != null) {
                all.put(id, read(JSON, request.toBytes(), 0));
            }
        });
        return all;
    }

    private Stream<String> members(String set) {
        var ids = ask(Command.SMEMBERS, set);
        return ids == null
                ? Stream.of()
                : StreamSupport.stream(ids.spliterator(), false).map(Response::toString);
    }

    private static String value(VisitorKey key) {
        return "ov:{" + key.handle().shard() + "}:v:" + key.member();
    }

    private static JsonNode read(ObjectMapper mapper, byte[] bytes, int from) {
        try {
            return mapper.readTree(bytes, from, bytes.length - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Response ask(Command command, String... arguments) {
        var request = Request.cmd(command);
        for (var argument : arguments) {
            request.arg(argument);
        }
        return redis.send(request).toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
