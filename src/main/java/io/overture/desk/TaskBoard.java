package io.overture.desk;

import io.overture.roster.Roster;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.stream.Stream;

/** Puts tasks on lists and takes them off, before the eyes of whoever has that list on a console. */
public final class TaskBoard {

    private final Tasks tasks;
    private final Roster roster;
    private final AdvisorPost post;

    public TaskBoard(Tasks tasks, Roster roster, AdvisorPost post) {
        this.tasks = tasks;
        this.roster = roster;
        this.post = post;
    }

    /** Once by its id, however often. Fails as {@link Tasks} does. */
    public Uni<Void> raise(Task task) {
        return tasks.add(task)
                .invoke(isNew -> {
                    if (isNew) {
                        show(task.owner(), ConsoleFrames.task(task));
                    }
                })
                .replaceWithVoid();
    }

    /** Takes off what has become needless, and keeps off what is raised only afterwards. */
    Uni<Void> dismiss(Task task, String by) {
        return tasks.add(task)
                .chain(() -> tasks.settle(task.id(), by, Task.State.DISMISSED, null))
                .invoke(() -> show(task.owner(), ConsoleFrames.taskGone(task.id())))
                .replaceWithVoid();
    }

    /** Everything about a client; answers how many. */
    Uni<Integer> forget(String client) {
        return tasks.forget(client).map(this::off);
    }

    /** Everything about a visitor; answers how many. */
    Uni<Integer> forget(VisitorKey visitor) {
        return tasks.forget(visitor).map(this::off);
    }

    private int off(Tasks.Forgetting forgotten) {
        forgotten.tasks().forEach(task -> show(task.owner(), ConsoleFrames.taskGone(task.id())));
        return forgotten.count();
    }

    private void show(Task.Owner owner, String frame) {
        readers(owner).forEach(advisor -> post.send(advisor, frame));
    }

    private Stream<String> readers(Task.Owner owner) {
        return owner.isDesk()
                ? roster.inForce().find(owner.id()).stream()
                        .flatMap(desk -> desk.advisors().stream().map(advisor -> advisor.id()))
                : Stream.of(owner.id());
    }
}
