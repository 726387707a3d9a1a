package io.overture.advisor;

import io.overture.desk.Call;
import io.overture.desk.ConsoleFrames.Refusal;
import io.overture.engine.Receipt;
import io.overture.visitor.Conversation;
import io.overture.visitor.Visitor;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a console is told of what the flow made of its wish. */
final class Answers {

    /** Something waits to be told to the desk; it usually takes no longer. */
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(2);

    private Answers() {}

    static Answer to(Receipt receipt) {
        return switch (receipt) {
            case TAKEN, REPEATED -> Answer.DONE;
            case UNKNOWN, TOO_FAR_BEHIND, LATE, WITHHELD -> unknown();
            case OUTDONE -> Answer.refused(Refusal.CLAIMED, "a colleague was first");
            case LIMITED -> Answer.refused(Refusal.LIMITS, "she is left in peace now");
            case UNREACHABLE -> Answer.refused(Refusal.UNREACHABLE, "no page of hers is open");
            case FULL -> new Answer.Later(Refusal.UNAVAILABLE, UNTIL_TOLD);
        };
    }

    static boolean isDone(Receipt receipt) {
        return to(receipt) instanceof Answer.Done;
    }

    static Answer unknown() {
        return Answer.refused(Refusal.UNKNOWN, "no such conversation of yours");
    }

    /** With a colleague, who is named; or with nobody any more. */
    static Answer withSomebody(Optional<Visitor> her, Call call) {
        return conversation(her, call)
                .map(Conversation::advisor)
                .<Answer>map(who -> new Answer.Refused(Refusal.CLAIMED, "a colleague was first", who.name(), List.of()))
                .orElseGet(Answers::unknown);
    }

    /** The call's conversation, if it is the one she is in. */
    static Optional<Conversation> conversation(Optional<Visitor> her, Call call) {
        return her.map(Visitor::conversation).filter(each -> each.id().equals(call.conversation()));
    }

    static Uni<Answer> at(Answer answer) {
        return Uni.createFrom().item(answer);
    }
}
