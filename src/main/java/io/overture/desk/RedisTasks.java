package io.overture.desk;

import io.overture.client.ClientRecord;
import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The advisors' lists in Redis: beside the desk's other keys, so that one script may touch them together. */
final class RedisTasks implements Tasks {

    static final Duration LIFETIME = Duration.ofDays(30);
    /** On one list of what nobody was promised; beyond it the lowest goes. Promises have places of their own. */
    static final int MOST = 500;

    private static final Comparator<Task> RANK =
            Comparator.comparingDouble(Rank::of).reversed().thenComparing(Task::at);
    /** How long what was under way when somebody was forgotten is kept out. */
    static final Duration MARK = Duration.ofMinutes(1);

    static final String PREFIX = "ov:{desk}:";

    private static final Script ADD = Script.named("task-add");
    private static final Script LIST = Script.named("task-list");
    private static final Script SETTLE = Script.named("task-settle");
    private static final Script FORGET = Script.named("task-forget");

    private final Lanes lanes;
    private final InstantSource clock;

    RedisTasks(Lanes lanes, InstantSource clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> add(Task task) {
        var args = new ArrayList<Object>(List.of(
                task.id(),
                TaskJson.of(task),
                Rank.of(task),
                LIFETIME.toMillis(),
                MOST,
                PREFIX,
                task.isPromised() ? clock.instant().plus(LIFETIME).toEpochMilli() : ""));
        args.addAll(about(task));
        var owner = task.owner();
        return lanes.run(ADD, List.of(list(owner), key(task.id()), promised(owner), loose(owner)), args.toArray())
                .map(RedisTasks::isDone);
    }

    @Override
    public Uni<List<Task>> of(List<Task.Owner> owners, int most) {
        return Multi.createFrom()
                .iterable(owners)
                .onItem()
                .transformToUniAndConcatenate(
                        owner -> lanes.run(LIST, List.of(list(owner), loose(owner)), most, PREFIX))
                .onItem()
                .transformToIterable(RedisTasks::tasks)
                .collect()
                .asList()
                .map(all -> all.stream().sorted(RANK).limit(most).toList());
    }

    @Override
    public Uni<Optional<Task>> find(String id) {
        return stored(id).map(json -> json.map(TaskJson::read));
    }

    @Override
    public Uni<Optional<Task>> settle(String id, String by, Task.State state, @Nullable String note) {
        return stored(id).chain(json -> {
            var found = json.map(TaskJson::read);
            if (json.isEmpty() || found.isEmpty() || found.get().state() != Task.State.OPEN) {
                return Uni.createFrom().item(found);
            }
            var settled = found.get().settled(state, by, note);
            var owner = settled.owner();
            var keys = List.of(key(id), list(owner), promised(owner), loose(owner));
            return lanes.run(SETTLE, keys, id, json.get(), TaskJson.of(settled))
                    .chain(answer -> isDone(answer) ? Uni.createFrom().item(Optional.of(settled)) : find(id));
        });
    }

    @Override
    public Uni<Forgetting> forget(String client) {
        return forgetAbout(about(client));
    }

    @Override
    public Uni<Forgetting> forget(VisitorKey visitor) {
        return forgetAbout("visitor:" + visitor.member());
    }

    private Uni<Forgetting> forgetAbout(String whom) {
        return lanes.run(
                        FORGET,
                        List.of(PREFIX + "taskof:" + whom, PREFIX + "taskgone:" + whom),
                        PREFIX,
                        MARK.toMillis(),
                        Long.toHexString(ThreadLocalRandom.current().nextLong()))
                .map(RedisTasks::forgotten);
    }

    private Uni<Optional<String>> stored(String id) {
        return lanes.send(Request.cmd(Command.GET).arg(key(id)))
                .map(json -> Optional.ofNullable(json).map(Response::toString).filter(text -> !text.isEmpty()));
    }

    private static List<String> about(Task task) {
        var whom = new ArrayList<String>();
        if (task.client() != null) {
            whom.add(about(task.client()));
        }
        if (task.site() != null && task.handle() != null) {
            whom.add("visitor:" + task.site() + ":" + task.handle());
        }
        return whom;
    }

    private static String about(String client) {
        return "client:" + ClientRecord.digest(client);
    }

    private static List<Task> tasks(@Nullable Response array) {
        return array == null
                ? List.of()
                : StreamSupport.stream(array.spliterator(), false)
                        .map(each -> TaskJson.read(each.toString()))
                        .toList();
    }

    private static Forgetting forgotten(@Nullable Response answer) {
        if (answer == null) {
            return new Forgetting(0, List.of());
        }
        var texts = Replies.texts(answer.get(1));
        var all = new ArrayList<Forgotten>();
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            all.add(new Forgotten(texts.get(i), Task.Owner.ofKey(texts.get(i + 1))));
        }
        return new Forgetting(Integer.parseInt(answer.get(0).toString()), List.copyOf(all));
    }

    static boolean isDone(@Nullable Response answer) {
        return answer != null && answer.toString().equals("1");
    }

    private static String list(Task.Owner owner) {
        return PREFIX + "tasks:" + owner.key();
    }

    static String promised(Task.Owner owner) {
        return PREFIX + "promised:" + owner.key();
    }

    private static String loose(Task.Owner owner) {
        return PREFIX + "loose:" + owner.key();
    }

    static String key(String id) {
        return PREFIX + "task2:" + id;
    }
}
