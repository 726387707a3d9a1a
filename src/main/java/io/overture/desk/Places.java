package io.overture.desk;

import io.overture.client.ClientRecord;
import io.overture.offer.Promises;
import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Places on lists, taken before a promise is given. The check and the place are one script, so that two cannot have the last. */
final class Places implements Promises {

    /** The step that promises is committed and told within moments; a place whose step failed is free after so long. */
    static final Duration TAKEN = Duration.ofMinutes(1);

    /** A person who asks more often in a day is served by the promises there are. */
    static final int PER_PERSON = 10;

    /** What a /48 may do, in addresses. */
    static final int PER_PROVIDER = 4;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Script PROMISE = Script.named("task-promise");

    private final Lanes lanes;
    private final Lists lists;
    private final DeskLimitsConfig limits;
    private final InstantSource clock;

    Places(Lanes lanes, Lists lists, DeskLimitsConfig limits, InstantSource clock) {
        this.lanes = lanes;
        this.lists = lists;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> take(VisitorKey about, Due.Promise promise, List<String> places) {
        return lists.of(about, promise.client(), promise.request()).chain(owner -> take(owner, about, promise, places));
    }

    private Uni<Boolean> take(Task.Owner owner, VisitorKey about, Due.Promise promise, List<String> places) {
        var client = promise.client();
        var id = Errands.id(about, promise);
        var now = clock.instant();
        var visitor = "visitor:" + about.member();
        var person = client == null ? visitor : "client:" + ClientRecord.digest(client);
        var keys = new ArrayList<>(List.of(
                RedisTasks.promised(owner),
                RedisTasks.key(id),
                RedisTasks.PREFIX + "taskgone:" + visitor,
                RedisTasks.PREFIX + "taskgone:" + person));
        var args = new ArrayList<Object>(List.of(
                id,
                now.toEpochMilli(),
                now.plus(TAKEN).toEpochMilli(),
                client == null ? limits.promisesPerList() * 4 / 5 : limits.promisesPerList(),
                RedisTasks.LIFETIME.toMillis(),
                DAY.toMillis()));
        keys.add(budget(person));
        args.add(PER_PERSON);
        if (client == null) {
            for (int i = 0; i < places.size(); i++) {
                keys.add(budget("place:" + places.get(i)));
                args.add(limits.promisesPerAddress() * (i == 0 ? 1 : PER_PROVIDER));
            }
        }
        return lanes.run(PROMISE, keys, args.toArray()).map(RedisTasks::isDone);
    }

    private static String budget(String whose) {
        return RedisTasks.PREFIX + "promises:" + whose;
    }
}
