package io.overture.advisor;

import io.overture.desk.AdvisorPost;
import io.overture.desk.Boutique;
import io.overture.desk.ConsoleFrames;
import io.overture.desk.ConsoleFrames.Refusal;
import io.overture.desk.Task;
import io.overture.desk.Tasks;
import io.overture.engine.Input;
import io.overture.flow.Flow;
import io.overture.roster.Advisor;
import io.overture.roster.Seat;
import io.overture.visitor.Attendant;
import io.overture.visitor.Handle;
import io.overture.visitor.Tab;
import io.overture.visitor.Visitor;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an advisor does outside of conversations: she invites in person, and sees to her list. */
final class Errands {

    static final int MOST_TASKS = 200;

    /** How far down the boutique she may reach. */
    private static final int IN_SIGHT = 100;

    private final Flow flow;
    private final Boutique boutique;
    private final Reach reach;
    private final Tasks tasks;
    private final AdvisorPost post;
    private final Function<List<Tab>, Uni<List<Tab>>> closed;

    /** @param closed which of a visitor's pages have just been closed */
    Errands(
            Flow flow,
            Boutique boutique,
            Reach reach,
            Tasks tasks,
            AdvisorPost post,
            Function<List<Tab>, Uni<List<Tab>>> closed) {
        this.flow = flow;
        this.boutique = boutique;
        this.reach = reach;
        this.tasks = tasks;
        this.post = post;
        this.closed = closed;
    }

    Uni<Answer> invite(Seat seat, Frame.Invite invite) {
        var advisor = seat.advisor();
        var channels = channels(advisor.channels(), invite.channel());
        if (channels.isEmpty()) {
            return answer(Answer.wrong("/channel", "must be one of hers"));
        }
        if (boutique.view(seat, IN_SIGHT).here().stream()
                .noneMatch(each -> each.who().equals(invite.who()))) {
            return answer(Answer.refused(Refusal.UNKNOWN, "she is not in the boutique, or not yours to invite"));
        }
        return reach.staff()
                .chain(staff -> staff.isThere(advisor) && staff.free(advisor) > 0
                        ? invite(advisor, invite, channels)
                        : answer(Answer.refused(Refusal.BUSY, "she has no hand free")));
    }

    private Uni<Answer> invite(Advisor advisor, Frame.Invite invite, List<String> channels) {
        var by = new Attendant(advisor.id(), advisor.name(), advisor.title(), advisor.portrait());
        return flow.look(invite.who())
                .chain(her -> closed.apply(her.map(Visitor::tabs).orElse(List.of())))
                .chain(gone ->
                        flow.submit(invite.who(), new Input.Invited(id(advisor.id(), invite), by, channels, gone)))
                .map(Answers::to);
    }

    /** Of the invitation, and of the conversation that may come of it: of its own, whoever counts how. */
    private static String id(String advisor, Frame.Invite invite) {
        return Handle.digest(String.join("\n", advisor, invite.who().member(), invite.ref()));
    }

    private static List<String> channels(List<String> hers, @Nullable String chosen) {
        return chosen == null ? hers : hers.stream().filter(chosen::equals).toList();
    }

    /** The whole of her list: her own tasks and her desk's. */
    Uni<String> list(Seat seat) {
        return tasks.of(owners(seat), MOST_TASKS).map(ConsoleFrames::tasks);
    }

    Uni<Answer> settle(Seat seat, Frame.Settle settle) {
        return tasks.find(settle.task())
                .chain(found -> found.filter(task -> owners(seat).contains(task.owner()))
                        .map(task -> settle(seat, settle, task))
                        .orElseGet(() -> answer(Answer.refused(Refusal.UNKNOWN, "no such task of yours"))));
    }

    private Uni<Answer> settle(Seat seat, Frame.Settle settle, Task task) {
        return tasks.settle(task.id(), seat.advisor().id(), settle.state(), settle.note())
                .map(settled -> {
                    var gone = ConsoleFrames.taskGone(task.id());
                    readers(seat, task).forEach(advisor -> post.send(advisor, gone));
                    return Answer.DONE;
                });
    }

    private static Stream<String> readers(Seat seat, Task task) {
        return task.owner().isDesk()
                ? seat.desk().advisors().stream().map(each -> each.id())
                : Stream.of(seat.advisor().id());
    }

    private static List<Task.Owner> owners(Seat seat) {
        return List.of(
                Task.Owner.advisor(seat.advisor().id()),
                Task.Owner.desk(seat.desk().id()));
    }

    private static Uni<Answer> answer(Answer answer) {
        return Uni.createFrom().item(answer);
    }
}
