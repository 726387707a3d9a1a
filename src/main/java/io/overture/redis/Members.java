package io.overture.redis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/** The nodes of a cluster that this one speaks to, each with lanes of its own, made when it is first spoken to. */
final class Members {

    private final Function<Endpoint, LoopClients> clients;
    private final LaneSettings settings;
    private final ScheduledExecutorService timer;
    private final Map<Endpoint, Server> servers = new ConcurrentHashMap<>();

    /** @param clients of one node */
    Members(Function<Endpoint, LoopClients> clients, LaneSettings settings, ScheduledExecutorService timer) {
        this.clients = clients;
        this.settings = settings;
        this.timer = timer;
    }

    Server at(Endpoint endpoint) {
        return servers.computeIfAbsent(endpoint, each -> new Server(clients.apply(each), settings));
    }

    /** It did not answer when it was last asked. */
    boolean isAway(Endpoint endpoint) {
        var server = servers.get(endpoint);
        return server != null && server.isAway();
    }

    /** The others are spoken to no longer; what is under way there may end. */
    void keepOnly(Predicate<Endpoint> wanted) {
        for (var each : servers.keySet()) {
            var server = wanted.test(each) ? null : servers.remove(each);
            if (server != null) {
                server.retire();
                timer.schedule(server::close, 2 * settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    void giveUpLate() {
        servers.values().forEach(Server::giveUpLate);
    }

    void close() {
        servers.values().forEach(server -> {
            server.retire();
            server.close();
        });
    }
}
