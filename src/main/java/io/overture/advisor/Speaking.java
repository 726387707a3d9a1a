package io.overture.advisor;

import io.overture.desk.AdvisorPost;
import io.overture.desk.Call;
import io.overture.desk.ConsoleFrames;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Flow;
import io.overture.trace.Traces;
import io.overture.visitor.Conversation;
import io.overture.visitor.Message;
import io.overture.visitor.Stage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** Words to her, and having read hers. Whether the advisor attends at all, her value says. */
final class Speaking {

    private final Flow flow;
    private final AdvisorPost post;
    private final Tally tally;
    private final Traces traces;

    Speaking(Flow flow, AdvisorPost post, Tally tally, Traces traces) {
        this.flow = flow;
        this.post = post;
        this.tally = tally;
        this.traces = traces;
    }

    Uni<Answer> say(String advisor, Call call, Frame.Say say) {
        return flow.submit(call.about(), new Input.Spoke(say.conversation(), advisor, say.id(), say.text()))
                .chain(receipt -> Answers.isDone(receipt) ? numbered(call, say.id()) : Answers.at(Answers.to(receipt)));
    }

    /** What was said is said; only its number may not be known at once. */
    private Uni<Answer> numbered(Call call, String message) {
        return flow.look(call.about())
                .map(her -> Answers.conversation(her, call)
                        .flatMap(each -> said(call, each, message))
                        .orElse(Answer.DONE))
                .onFailure()
                .recoverWithItem(Answer.DONE);
    }

    private Optional<Answer> said(Call call, Conversation conversation, String message) {
        return conversation.messages().stream()
                .filter(each ->
                        each.from() == Message.Author.ADVISOR && each.id().equals(message))
                .findFirst()
                .map(each -> {
                    timeFirstWord(call, conversation, each);
                    return new Answer.Done(each.offset());
                });
    }

    private void timeFirstWord(Call call, Conversation conversation, Message message) {
        if (conversation.stage() instanceof Stage.Joined joined) {
            conversation.messages().stream()
                    .filter(each -> joined.advisor().id().equals(each.by())
                            && !each.at().isBefore(joined.at()))
                    .findFirst()
                    .filter(message::equals)
                    .ifPresent(first -> traces.example(
                            call.about(),
                            call.conversation(),
                            () -> tally.firstWord(Duration.between(joined.at(), first.at()))));
        }
    }

    Uni<Answer> seen(String advisor, Call call, Frame.Seen seen) {
        return flow.submit(call.about(), new Input.Read(seen.conversation(), advisor, seen.offset()))
                .map(receipt -> {
                    if (receipt == Receipt.TAKEN) {
                        post.send(advisor, ConsoleFrames.seen(seen.conversation(), seen.offset(), "advisor"));
                    }
                    return Answers.to(receipt);
                });
    }
}
