package io.overture.redis;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.RedisRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Ways to several servers of Redis: each is reached as Quarkus was told to reach those it knows of. */
public final class Ways {

    private final Vertx vertx;
    private final RedisOptions options;
    private final List<String> addresses;
    private final LaneSettings settings;
    private final ScheduledExecutorService timer;

    /**
     * @param options whose addresses are nodes of a cluster, or sentinels; the rest holds for each connection
     * @param lanes to each Redis, shared by whatever runs on no event loop that has its own
     * @param timeout after which a command is sent once more, then given up
     */
    public Ways(Vertx vertx, RedisOptions options, int lanes, Duration timeout, ScheduledExecutorService timer) {
        this.vertx = vertx;
        this.options = options;
        this.addresses = options.getEndpoints();
        this.settings = new LaneSettings(lanes, timeout);
        this.timer = timer;
    }

    /** To one Redis, however that is made up. */
    public Lanes toOne() {
        return lanes(new OneServer(new LoopClients(vertx, new RedisOptions(options)), settings));
    }

    /** To the masters of a cluster. */
    public Lanes toCluster() {
        var members = new Members(
                at -> new LoopClients(vertx, to(at.in(addresses.getFirst()), options.getPassword())), settings, timer);
        return lanes(new Cluster(addresses.stream().map(Endpoint::ofUrl).toList(), members, timer));
    }

    /** To the master that sentinels name, with which they share the scheme and what is trusted, and no credentials. */
    public Lanes toSentinels(Optional<String> user, Optional<String> password) {
        if (options.getRole() != RedisRole.MASTER) {
            throw new ConfigurationException("quarkus.redis.role is " + options.getRole()
                    + ": Overture writes, and needs the master; leave it out");
        }
        var masters = new Members(
                at -> new LoopClients(vertx, to(at.withDatabaseIn(addresses.getFirst()), options.getPassword())),
                settings,
                timer);
        var one = new LaneSettings(1, settings.timeout());
        var sentinels = addresses.stream()
                .map(address -> Endpoint.ofUrl(address).alone(address)
                        + user.map(Ways::asUser).orElse(""))
                .map(address -> new Server(Redis.createClient(vertx, to(address, password.orElse(null))), one))
                .toList();
        return lanes(new Sentinels(options.getMasterName(), sentinels, masters, timer));
    }

    private Lanes lanes(Servers servers) {
        return new Lanes(servers, settings.timeout(), timer);
    }

    private RedisOptions to(String url, @Nullable String password) {
        return new RedisOptions(options)
                .setType(RedisClientType.STANDALONE)
                .setEndpoints(List.of(url))
                .setPassword(password);
    }

    private static String asUser(String name) {
        return "?user=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
