package io.overture.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.RedisServer;
import io.overture.redis.Lanes;
import io.overture.release.Artefacts.Done;
import io.overture.store.Stores;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A node of today's release and one of a kept release, on one Redis. */
final class TwoReleases implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Hashes keep the order they were written in, so that replies can be compared. */
    private final RedisServer redis = RedisServer.start("--hash-max-listpack-value", "100000");

    private final Vertx vertx = Vertx.vertx();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Redis client = Redis.createClient(vertx, redis.url());
    private final Recorder recorder = new Recorder(client);
    private final Lanes today = new Lanes(recorder.client(), 1, PATIENCE, timer);
    private final Map<String, String> scripts = new HashMap<>();

    /** Today's release does it; what it said on the way and what came of it. */
    Done today(Act act) {
        var result = act.deed().apply(today);
        var said = new ArrayList<Said>();
        for (var each : recorder.take()) {
            said.add(each.isScript() ? byName(each) : each);
        }
        return new Done(act.name(), act.isTimed(), said, Artefacts.lines(result));
    }

    /** The kept release does it, with its own commands and scripts; Redis must reply as it did to that release alone. */
    void kept(Done done, Map<String, String> itsScripts) {
        for (var said : done.says()) {
            var reply = Said.text(Stores.get(today.send(said.request(itsScripts))));
            if (!done.isTimed()) {
                assertThat(reply)
                        .as(
                                "%s: what Redis replies to %s %s of the older release",
                                done.act(), said.command(), said.args())
                        .isEqualTo(said.reply());
            }
        }
        recorder.take();
    }

    Map<String, String> scripts() {
        return Map.copyOf(scripts);
    }

    /** Of the script that was run. */
    String source(Said said) {
        return scripts.getOrDefault(said.args().getFirst(), "");
    }

    private Said byName(Said said) {
        var script = said.args().getFirst();
        if (said.command().equalsIgnoreCase("EVALSHA")) {
            return said;
        }
        var name = sha1(script);
        scripts.put(name, script);
        var args = new ArrayList<>(List.of(name));
        args.addAll(said.args().subList(1, said.args().size()));
        return new Said("evalsha", args, said.reply());
    }

    private static String sha1(String script) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    @Override
    public void close() {
        today.close();
        client.close();
        timer.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        redis.close();
    }
}
