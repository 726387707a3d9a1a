package io.overture.store;

import io.overture.redis.ClientOptions;
import io.overture.redis.Lanes;
import io.overture.redis.Room;
import io.overture.redis.Standing;
import io.overture.redis.Ways;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** This node's store, put together. */
@ApplicationScoped
class StoreBeans {

    private static final int INCARNATION_BYTES = 8;
    private static final int LAST = 9_000;
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("overture-store").factory());

    /** @param redis Quarkus' own client, which once made has told how it reaches Redis */
    @Produces
    @Singleton
    Lanes lanes(Redis redis, ClientOptions client, Vertx vertx, StoreConfig.Redis config) {
        ClientProxy.unwrap(redis);
        var options = client.inForce();
        var ways = new Ways(vertx, options, config.lanes(), config.timeout(), timer);
        return switch (options.getType()) {
            case CLUSTER -> ways.toCluster();
            case SENTINEL -> ways.toSentinels(config.sentinelUser(), config.sentinelPassword());
            case STANDALONE, REPLICATION -> ways.toOne();
        };
    }

    void close(@Disposes Lanes lanes) {
        lanes.close();
        timer.shutdown();
    }

    @Produces
    @Singleton
    Visitors visitors(Lanes lanes, Room room, StoreConfig.Values values, StoreConfig.History history) {
        return new RedisVisitors(
                lanes, room::isTight, values.writeFormat(), history.entriesPerShard(), history.bytesPerShard());
    }

    @Produces
    @Singleton
    Room room(Lanes lanes) {
        return new Room(lanes, timer);
    }

    void close(@Disposes Room room) {
        room.close();
    }

    @Produces
    @Singleton
    Standing standing(Lanes lanes) {
        return new Standing(lanes, System::currentTimeMillis, timer);
    }

    void close(@Disposes Standing standing) {
        standing.close();
    }

    @Produces
    @Singleton
    Alarms alarms(Lanes lanes) {
        return new RedisAlarms(lanes);
    }

    @Produces
    @Singleton
    RedisNodes nodes(Lanes lanes) {
        var incarnation = new byte[INCARNATION_BYTES];
        new SecureRandom().nextBytes(incarnation);
        return new RedisNodes(lanes, InstantSource.system(), HexFormat.of().formatHex(incarnation), timer);
    }

    void close(@Disposes RedisNodes nodes) {
        nodes.close();
    }

    /** Last of all, and before the client is closed, which it is before beans are. */
    void end(@Observes @Priority(LAST) ShutdownEvent stopping, RedisNodes nodes, Lanes lanes) {
        nodes.leave()
                .ifNoItem()
                .after(FAREWELL)
                .fail()
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
        lanes.leave();
    }

    /**
     * The lease is taken when the node starts, not when somebody first asks who else runs; and after everything that may
     * refuse the start, of which nothing must be left.
     */
    void begin(@Observes @Priority(LAST) StartupEvent started, RedisNodes nodes) {
        nodes.begin();
    }
}
