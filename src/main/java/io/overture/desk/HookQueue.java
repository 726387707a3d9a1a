package io.overture.desk;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What contact centres are to be told, kept in Redis until they have heard it or its time has passed. */
final class HookQueue {

    /** At one go; a node that claims them and dies leaves them to the others. */
    private static final int MOST = 16;

    /** How long is remembered what became of one. */
    private static final Duration LIFETIME = Duration.ofDays(1);

    private static final String NOTHING = "";

    private static final Script HOOK = Script.named("desk-hook");

    private final Lanes lanes;
    private final InstantSource clock;

    HookQueue(Lanes lanes, InstantSource clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    /** Once by its id. Whether it is, or was just put, under way; false when it is settled or its time has passed. */
    Uni<Boolean> add(Hook hook, Instant until) {
        return run(
                        "add",
                        hook.id(),
                        until.toEpochMilli(),
                        LIFETIME.toMillis(),
                        "about",
                        hook.about().member(),
                        "conversation",
                        hook.conversation(),
                        "turn",
                        hook.turn(),
                        "desk",
                        hook.desk(),
                        "channel",
                        hook.channel(),
                        "body",
                        hook.body())
                .map(answer -> answer != null && answer.toString().equals("open"));
    }

    /**
     * What a look at the queue came to.
     *
     * @param tried are to be tried now; they are tried again by somebody when the claim has ended
     * @param passed are over, because their time has passed
     */
    record Claimed(List<Hook> tried, List<Hook> passed) {}

    Uni<Claimed> claim(Duration length) {
        return run("claim", clock.instant().plus(length).toEpochMilli(), MOST)
                .map(Replies::texts)
                .chain(ids -> {
                    int end = ids.indexOf(NOTHING);
                    return Uni.combine()
                            .all()
                            .unis(read(ids.subList(0, end)), read(ids.subList(end + 1, ids.size())))
                            .with((tried, passed) -> new Claimed(
                                    tried.stream()
                                            .filter(hook -> !hook.body().isEmpty())
                                            .toList(),
                                    passed));
                });
    }

    /** Whether it is settled, or its time has passed. */
    Uni<Boolean> isOver(String id) {
        return run("read", id)
                .map(Replies::fields)
                .map(all -> all.containsKey("over")
                        || Long.parseLong(all.getOrDefault("until", String.valueOf(Long.MAX_VALUE))) <= clock.millis());
    }

    private Uni<List<Hook>> read(List<String> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndMerge(
                        id -> run("read", id).map(Replies::fields).map(all -> hook(id, all)))
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow)
                .collect()
                .asList();
    }

    Uni<Void> again(Hook hook, Duration after) {
        return run("again", hook.id(), clock.instant().plus(after).toEpochMilli())
                .replaceWithVoid();
    }

    Uni<Void> settle(Hook hook) {
        return run("settle", hook.id()).replaceWithVoid();
    }

    private static Optional<Hook> hook(String id, Map<String, String> all) {
        return all.containsKey("conversation")
                ? Optional.of(new Hook(
                        id,
                        VisitorKey.ofMember(all.getOrDefault("about", "")),
                        all.getOrDefault("conversation", ""),
                        Integer.parseInt(all.getOrDefault("turn", "0")),
                        all.getOrDefault("desk", ""),
                        all.getOrDefault("channel", ""),
                        all.getOrDefault("body", NOTHING),
                        Integer.parseInt(all.getOrDefault("tries", "1"))))
                : Optional.empty();
    }

    private Uni<@Nullable Response> run(String verb, Object... more) {
        var args = new Object[3 + more.length];
        args[0] = DeskKeys.PREFIX;
        args[1] = verb;
        args[2] = clock.millis();
        System.arraycopy(more, 0, args, 3, more.length);
        return lanes.run(HOOK, List.of(DeskKeys.HOOKS), args);
    }
}
