package io.overture.desk;

import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The advisors' lists. A task lives for thirty days, done or not. Fails with
 * {@link io.overture.redis.StoreUnavailable} when it is not known whether it was done: asking again is harmless.
 */
public interface Tasks {

    /** Once by its id, however often; true when it is new. One that is settled or forgotten does not come back. */
    Uni<Boolean> add(Task task);

    /** Open tasks on these lists, the heaviest first. */
    Uni<List<Task>> of(List<Task.Owner> owners, int most);

    Uni<Optional<Task>> find(String id);

    /** Done or dismissed; the first word counts. Answers the task as it stands now; nothing when nobody knows it. */
    Uni<Optional<Task>> settle(String id, String by, Task.State state, @Nullable String note);

    /** Everything about a client. */
    Uni<Forgetting> forget(String client);

    /** Everything about a visitor, as for a client. */
    Uni<Forgetting> forget(VisitorKey visitor);

    /**
     * What is forgotten.
     *
     * @param count how many tasks this call forgot
     * @param tasks what was on whose list; within a minute also what a call before this one took off
     */
    record Forgetting(int count, List<Forgotten> tasks) {}

    /** A task that is forgotten. */
    record Forgotten(String id, Task.Owner owner) {}
}
