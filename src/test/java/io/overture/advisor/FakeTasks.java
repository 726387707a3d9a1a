package io.overture.advisor;

import io.overture.desk.Task;
import io.overture.desk.Tasks;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists in memory; what is settled is gone. */
final class FakeTasks implements Tasks {

    final Map<String, Task> open = new LinkedHashMap<>();

    @Override
    public Uni<Boolean> add(Task task) {
        return Uni.createFrom().item(open.put(task.id(), task) == null);
    }

    @Override
    public Uni<List<Task>> of(List<Task.Owner> owners, int most) {
        return Uni.createFrom()
                .item(open.values().stream()
                        .filter(task -> owners.contains(task.owner()))
                        .limit(most)
                        .toList());
    }

    @Override
    public Uni<Optional<Task>> find(String id) {
        return Uni.createFrom().item(Optional.ofNullable(open.get(id)));
    }

    @Override
    public Uni<Optional<Task>> settle(String id, String by, Task.State state, @Nullable String note) {
        return Uni.createFrom().item(Optional.ofNullable(open.remove(id)));
    }

    @Override
    public Uni<Forgetting> forget(String client) {
        return Uni.createFrom().item(new Forgetting(0, List.of()));
    }

    @Override
    public Uni<Forgetting> forget(VisitorKey visitor) {
        return Uni.createFrom().item(new Forgetting(0, List.of()));
    }
}
