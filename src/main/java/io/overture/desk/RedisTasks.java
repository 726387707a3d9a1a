package io.overture.desk;

import io.overture.client.ClientRecord;
import io.overture.store.Lanes;
import io.overture.store.Script;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The advisors' lists in Redis: beside the desk's other keys, so that one script may touch them together. */
final class RedisTasks implements Tasks {

    static final Duration LIFETIME = Duration.ofDays(30);
    /** On one list; beyond it the lightest goes of which nobody was promised anything. */
    static final int MOST = 500;
    /** Where nothing but promises is left. Visitors can ask for so many only over days, and from many addresses. */
    static final int MOST_PROMISED = 2_000;
    /** Above any weight: what is known of a client goes before what a stranger's browser says. */
    private static final BigDecimal KNOWN = new BigDecimal("1e13");

    private static final BigDecimal HEAVIEST = new BigDecimal("1e12");

    private static final Comparator<Task> RANK =
            Comparator.comparing(RedisTasks::rank).reversed();
    /** How long what was under way when somebody was forgotten is kept out. */
    static final Duration MARK = Duration.ofMinutes(1);

    private static final String PREFIX = "ov:{desk}:";

    private static final Script ADD = Script.named("task-add");
    private static final Script LIST = Script.named("task-list");
    private static final Script SETTLE = Script.named("task-settle");
    private static final Script FORGET = Script.named("task-forget");

    private final Lanes lanes;

    RedisTasks(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public Uni<Boolean> add(Task task) {
        var args = new ArrayList<Object>(List.of(
                task.id(),
                TaskJson.of(task),
                rank(task).toPlainString(),
                LIFETIME.toMillis(),
                MOST,
                PREFIX,
                MOST_PROMISED));
        args.addAll(about(task));
        return lanes.run(ADD, List.of(list(task.owner()), key(task.id())), args.toArray())
                .map(RedisTasks::isDone);
    }

    @Override
    public Uni<List<Task>> of(List<Task.Owner> owners, int most) {
        return Multi.createFrom()
                .iterable(owners)
                .onItem()
                .transformToUniAndConcatenate(owner -> lanes.run(LIST, List.of(list(owner)), most, PREFIX))
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
            return lanes.run(SETTLE, List.of(key(id), list(settled.owner())), id, json.get(), TaskJson.of(settled))
                    .chain(answer -> isDone(answer) ? Uni.createFrom().item(Optional.of(settled)) : find(id));
        });
    }

    @Override
    public Uni<List<Forgotten>> forget(String client) {
        return forgetAbout(about(client));
    }

    @Override
    public Uni<List<Forgotten>> forget(VisitorKey visitor) {
        return forgetAbout("visitor:" + visitor.member());
    }

    private static BigDecimal rank(Task task) {
        var weight = task.weight().min(HEAVIEST);
        return task.client() == null ? weight : weight.add(KNOWN);
    }

    private Uni<List<Forgotten>> forgetAbout(String whom) {
        return lanes.run(
                        FORGET,
                        List.of(PREFIX + "taskof:" + whom, PREFIX + "taskgone:" + whom),
                        PREFIX,
                        MARK.toMillis())
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

    private static List<Forgotten> forgotten(@Nullable Response answer) {
        var texts = Replies.texts(answer);
        var all = new ArrayList<Forgotten>();
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            all.add(new Forgotten(texts.get(i), Task.Owner.ofKey(texts.get(i + 1))));
        }
        return List.copyOf(all);
    }

    private static boolean isDone(@Nullable Response answer) {
        return answer != null && answer.toString().equals("1");
    }

    private static String list(Task.Owner owner) {
        return PREFIX + "tasks:" + owner.key();
    }

    private static String key(String id) {
        return PREFIX + "task2:" + id;
    }
}
