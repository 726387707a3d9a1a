package io.overture.passport;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What home regions are to be told, kept in Redis until they have heard it or its time has passed; each waits for itself. */
final class ReturnQueue {

    /** At one go; a node that claims them and dies leaves them to the others. */
    private static final int MOST = 16;

    /** How long what was under way when a visitor was erased is kept out. */
    private static final Duration MARK = Duration.ofMinutes(10);

    private static final String PREFIX = "ov:{passport}:";
    private static final Script SCRIPT = Script.named("passport-returns");

    private final Lanes lanes;
    private final InstantSource clock;
    private final Duration age;

    /** @param age after which what was not heard is given up */
    ReturnQueue(Lanes lanes, InstantSource clock, Duration age) {
        this.lanes = lanes;
        this.clock = clock;
        this.age = age;
    }

    Uni<Void> add(VisitorKey about, Due.Returned due) {
        return run(
                        "add",
                        List.of(returns(due.region())),
                        about.member(),
                        due.region(),
                        due.pseudonym(),
                        millis(due.invitedAt()),
                        millis(due.declinedAt()),
                        clock.instant().plus(age).toEpochMilli())
                .replaceWithVoid();
    }

    /**
     * What a look at a region's queue came to.
     *
     * @param waiting how many there are in all
     * @param passed how many were given up now
     * @param tried are to be tried now; they are tried again by somebody when the claim has ended
     */
    record Claimed(int waiting, int passed, List<Return> tried) {}

    Uni<Claimed> claim(String region, Duration length) {
        return run(
                        "claim",
                        List.of(returns(region)),
                        clock.instant().plus(length).toEpochMilli(),
                        MOST)
                .map(ReturnQueue::claimed);
    }

    Uni<Void> again(Return told, Duration after) {
        return run(
                        "again",
                        List.of(returns(told.region())),
                        told.id(),
                        clock.instant().plus(after).toEpochMilli())
                .replaceWithVoid();
    }

    Uni<Void> settle(Return told) {
        return run("settle", List.of(returns(told.region())), told.id(), told.change())
                .replaceWithVoid();
    }

    /** @param regions where there may be something to be told; one at least */
    Uni<Void> forget(VisitorKey about, Collection<String> regions) {
        var more = new ArrayList<Object>(List.of(about.member(), MARK.toMillis()));
        more.addAll(regions);
        return run("forget", regions.stream().map(ReturnQueue::returns).toList(), more.toArray())
                .replaceWithVoid();
    }

    private static Claimed claimed(@Nullable Response answer) {
        if (answer == null) {
            return new Claimed(0, 0, List.of());
        }
        var tried = new ArrayList<Return>();
        for (int i = 2; i < answer.size(); i++) {
            var each = answer.get(i);
            tried.add(new Return(
                    each.get(0).toString(),
                    each.get(1).toString(),
                    each.get(2).toString(),
                    instant(each.get(3)),
                    instant(each.get(4)),
                    count(each.get(5)),
                    each.get(6).toString()));
        }
        return new Claimed(count(answer.get(0)), count(answer.get(1)), tried);
    }

    private static int count(Response number) {
        return Integer.parseInt(number.toString());
    }

    private static @Nullable Instant instant(Response millis) {
        long at = Long.parseLong(millis.toString());
        return at == 0 ? null : Instant.ofEpochMilli(at);
    }

    private static long millis(@Nullable Instant at) {
        return at == null ? 0 : at.toEpochMilli();
    }

    private static String returns(String region) {
        return PREFIX + "returns:" + region;
    }

    private Uni<@Nullable Response> run(String verb, List<String> keys, Object... more) {
        var args = new Object[3 + more.length];
        args[0] = PREFIX;
        args[1] = verb;
        args[2] = clock.millis();
        System.arraycopy(more, 0, args, 3, more.length);
        return lanes.run(SCRIPT, keys, args);
    }
}
