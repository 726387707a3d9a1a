package io.overture.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks every Redis (of a cluster every master) what it says of itself, for whoever looks at it; nothing is changed. */
public final class Inspection {

    /** Each by itself: those that hold passwords are never asked for. */
    private static final List<String> SETTINGS = List.of(
            "appendfsync",
            "save",
            "min-replicas-to-write",
            "min-replicas-max-lag",
            "cluster-require-full-coverage",
            "cluster-node-timeout");

    private final Lanes lanes;

    public Inspection(Lanes lanes) {
        this.lanes = lanes;
    }

    /** One each, those that do not answer too. Fails only where nobody says which there are. */
    public Uni<List<RedisFacts>> look() {
        var settings =
                Uni.join().all(SETTINGS.stream().map(this::setting).toList()).andFailFast();
        return lanes.askEach(Request.cmd(Command.INFO))
                .chain(infos -> settings.map(
                        all -> infos.stream().map(info -> facts(info, all)).toList()));
    }

    private Uni<List<Reply>> setting(String name) {
        return lanes.askEach(Request.cmd(Command.CONFIG).arg("GET").arg(name));
    }

    private static RedisFacts facts(Reply info, List<List<Reply>> settings) {
        var named = new HashMap<String, String>();
        for (int i = 0; i < settings.size(); i++) {
            var name = SETTINGS.get(i);
            settings.get(i).stream()
                    .filter(reply -> reply.server().equals(info.server()))
                    .forEach(reply -> value(reply.answer(), name, named));
        }
        return new RedisFacts(info.server(), lines(info.answer()), named, info.why());
    }

    private static void value(@Nullable Response answer, String name, Map<String, String> named) {
        if (answer != null && answer.getKeys().contains(name)) {
            named.put(name, answer.get(name).toString());
        }
    }

    private static Map<String, String> lines(@Nullable Response info) {
        var lines = new HashMap<String, String>();
        if (info != null) {
            info.toString().lines().map(String::strip).forEach(line -> {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    lines.put(line.substring(0, colon), line.substring(colon + 1));
                }
            });
        }
        return lines;
    }
}
