package io.overture.bench;

import io.overture.RedisServer;
import io.overture.bench.Load.Target;
import java.util.List;
import java.util.Optional;

/** One of those that take turns: a server with a Redis of its own, the beacons for it, and what they cost. */
final class Contender implements AutoCloseable {

    private static final int VISITORS = 5_000;

    private final String name;
    private final RedisServer redis;
    private final Launched server;
    private final RedisFigures figures;
    private final Optional<Managed> managed;
    private final Generator generator;
    private final Load steady;
    private final Side half = new Side();
    private final Side side = new Side();
    private final Cost cost = new Cost();
    private WarmUp warmUp = WarmUp.NONE;

    private Contender(String name, RedisServer redis, Launched server, boolean onJvm, String path, Beacons beacons) {
        this.name = name;
        this.redis = redis;
        this.server = server;
        this.figures = new RedisFigures(redis.port());
        this.managed = onJvm ? Optional.of(new Managed(server.pid())) : Optional.empty();
        var target = new Target(server.port(), path);
        this.generator = Generator.to(target, beacons);
        this.steady = new Load(List.of(target), beacons);
    }

    static Contender of(Build build) {
        var redis = RedisServer.start();
        var server = Launched.node(build.command(), plain(redis));
        var beacons = new Beacons("tput", VISITORS);
        server.firstTaken(beacons);
        return new Contender(build.name(), redis, server, build.onJvm(), "/v1/beacons", beacons);
    }

    static Contender bare(String name, BareEndpoint.Work work) {
        var redis = RedisServer.start();
        var server = Launched.bare(work, plain(redis));
        return new Contender(name, redis, server, true, "/", new Beacons("bare", VISITORS));
    }

    /** Without a user whose rights Redis would check: the bare endpoint has none either. */
    static String plain(RedisServer redis) {
        return "redis://127.0.0.1:" + redis.port();
    }

    void warmUp(Effort effort) {
        warmUp = WarmUp.of(server, generator, effort);
        Bench.say("%s: %s", name, warmUp.describe());
    }

    void round(Effort effort) {
        var before = look();
        var result = generator.run(effort.round());
        cost.add(before, look());
        side.add(result);
        Bench.say("%s: %,.0f a second", name, result.perSecond());
    }

    /** Half as many a second as it answered in the rounds before, by our own generator: wrk knows no pace. */
    void halfRound(Effort effort, boolean counts) {
        var result = steady.run(effort.round(), (int) Math.max(1, side.perSecond() / 2));
        if (counts) {
            half.add(result);
        }
    }

    /** What a round that does not count asks Redis for. */
    Commands asked(Effort effort) {
        var before = figures.commands();
        generator.run(effort.round());
        return figures.commands().minus(before);
    }

    private Cost.Look look() {
        return new Cost.Look(
                server.look(),
                Usage.of(redis.pid()),
                managed.map(Managed::allocated).orElse(0L),
                figures.commands());
    }

    String name() {
        return name;
    }

    Launched server() {
        return server;
    }

    RedisServer redis() {
        return redis;
    }

    RedisFigures figures() {
        return figures;
    }

    boolean onJvm() {
        return managed.isPresent();
    }

    Side side() {
        return side;
    }

    Side half() {
        return half;
    }

    Cost cost() {
        return cost;
    }

    WarmUp warmth() {
        return warmUp;
    }

    /** Microseconds of CPU of service, Redis and generator for a beacon. */
    double cpu() {
        return (cost.service().cpu() + cost.redis().cpu() + side.generatorCpu()) * 1e6 / side.answered();
    }

    /** Of a total, what falls to one beacon. */
    double each(double total) {
        return total / side.answered();
    }

    @Override
    public void close() {
        managed.ifPresent(Managed::close);
        figures.close();
        server.close();
        redis.close();
    }
}
