package io.overture.bench;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What visitors take in Redis: every key of theirs bears a shard's hash tag, and its type says what it is. */
final class RedisFigures implements AutoCloseable {

    /** What one visitor takes, on average. */
    record PerVisitor(int visitors, double value, double stored, double alarm) {}

    private static final int SAMPLE = 2_000;
    private static final int SAMPLE_OF_JOURNALS = 32;

    private final Vertx vertx = Vertx.vertx();
    private final RedisConnection redis;

    RedisFigures(int port) {
        redis = Redis.createClient(vertx, "redis://127.0.0.1:" + port)
                .connect()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    PerVisitor perVisitor() {
        var values = tagged("string", SAMPLE);
        var alarms = tagged("zset", Integer.MAX_VALUE);
        return new PerVisitor(
                values.size(),
                total(values, RedisFigures::length) / values.size(),
                total(values, RedisFigures::memory) / values.size(),
                total(alarms, RedisFigures::memory) / total(alarms, RedisFigures::members));
    }

    /** What Redis was asked since it started. */
    Commands commands() {
        return Commands.of(ask(Request.cmd(Command.INFO).arg("commandstats")).toString());
    }

    /** Bytes of an entry of the journals, on average. */
    double journalEntry() {
        long bytes = 0;
        long entries = 0;
        for (var journal : tagged("stream", SAMPLE_OF_JOURNALS)) {
            for (var entry : ask(Request.cmd(Command.XREVRANGE)
                    .arg(journal)
                    .arg("+")
                    .arg("-")
                    .arg("COUNT")
                    .arg(SAMPLE_OF_JOURNALS))) {
                entries++;
                for (var part : entry.get(1)) {
                    bytes += part.toBytes().length;
                }
            }
        }
        return entries == 0 ? 0 : (double) bytes / entries;
    }

    /** Of how many in the boutique the advisors are told. */
    long inTheBoutique() {
        return ask(members("ov:{desk}:here")).toLong();
    }

    /** Keys of a type that bear a shard's hash tag. */
    private List<String> tagged(String type, int most) {
        var keys = new ArrayList<String>();
        var cursor = "0";
        do {
            var page = ask(Request.cmd(Command.SCAN)
                    .arg(cursor)
                    .arg("MATCH")
                    .arg("*{[0-9a-f][0-9a-f]}*")
                    .arg("COUNT")
                    .arg(1_000)
                    .arg("TYPE")
                    .arg(type));
            page.get(1).forEach(key -> keys.add(key.toString()));
            cursor = page.get(0).toString();
        } while (!cursor.equals("0") && keys.size() < most);
        return keys;
    }

    private double total(List<String> keys, Function<String, Request> question) {
        return keys.stream().map(question).mapToLong(each -> ask(each).toLong()).sum();
    }

    private static Request length(String key) {
        return Request.cmd(Command.STRLEN).arg(key);
    }

    private static Request memory(String key) {
        return Request.cmd(Command.MEMORY).arg("USAGE").arg(key).arg("SAMPLES").arg(0);
    }

    private static Request members(String key) {
        return Request.cmd(Command.ZCARD).arg(key);
    }

    private Response ask(Request request) {
        return redis.send(request).toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
