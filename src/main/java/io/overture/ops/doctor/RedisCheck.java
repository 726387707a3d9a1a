package io.overture.ops.doctor;

import io.overture.ops.doctor.Finding.State;
import io.overture.redis.Inspection;
import io.overture.redis.Lanes;
import io.overture.redis.RedisFacts;
import io.overture.redis.StoreUnavailable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every Redis: whether it answers, and by each rule what it may lose. Where all are well, one word is enough. */
@Singleton
final class RedisCheck implements Check {

    private static final String ID = "redis.reachable";
    private static final String AWAY = "docs/operations.md#overtureredisaway";
    private static final String CLUSTER = "docs/operations.md#redis-cluster";

    private static final List<RedisRule> RULES = List.of(
            new RedisVersion(), new Eviction(), new Memory(), new Persistence(), new Replicas(), new Coverage());

    private final Inspection redis;

    @Inject
    RedisCheck(Lanes lanes) {
        this(new Inspection(lanes));
    }

    RedisCheck(Inspection redis) {
        this.redis = redis;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Uni<List<Finding>> look() {
        return redis.look()
                .map(RedisCheck::findings)
                .onFailure(StoreUnavailable.class)
                .recoverWithItem(away -> List.of(Finding.fail(ID, "no Redis answers: " + away.getMessage(), AWAY)));
    }

    static List<Finding> findings(List<RedisFacts> all) {
        var there = all.stream().filter(RedisFacts::isThere).toList();
        var findings = new ArrayList<Finding>();
        all.stream()
                .filter(each -> !each.isThere())
                .map(each -> Finding.fail(
                        ID, each.server() + " does not answer: " + each.away(), all.size() > 1 ? CLUSTER : AWAY))
                .forEach(findings::add);
        if (!there.isEmpty()) {
            findings.add(Finding.ok(ID, "servers that answer: " + there.size(), "docs/operations.md#what-it-needs"));
        }
        RULES.stream().flatMap(rule -> byRule(rule, there)).forEach(findings::add);
        return findings;
    }

    private static Stream<Finding> byRule(RedisRule rule, List<RedisFacts> there) {
        var found = there.stream()
                .map(each -> named(rule.of(each), each, there.size()))
                .toList();
        var wrong = found.stream().filter(each -> each.state() != State.OK).toList();
        return wrong.isEmpty() ? found.stream().limit(1) : wrong.stream();
    }

    private static Finding named(Finding found, RedisFacts of, int servers) {
        return servers == 1 || found.state() == State.OK
                ? found
                : new Finding(found.id(), found.state(), of.server() + ": " + found.says(), found.see());
    }
}
