package io.overture.advisor;

import io.overture.desk.Call;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Flow;
import io.overture.roster.Seat;
import io.overture.trace.Traces;
import io.overture.visitor.Attendant;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;

/** An advisor takes what rings at her: the first commit wins, and who comes second hears who was first. */
final class Claiming {

    private final Flow flow;
    private final OpenDossiers dossiers;
    private final Tally tally;
    private final InstantSource clock;
    private final Traces traces;

    Claiming(Flow flow, OpenDossiers dossiers, Tally tally, InstantSource clock, Traces traces) {
        this.flow = flow;
        this.dossiers = dossiers;
        this.tally = tally;
        this.clock = clock;
        this.traces = traces;
    }

    Uni<Answer> claim(Seat seat, Call call) {
        var advisor = seat.advisor().id();
        var claimed = call.rung().contains(advisor)
                ? take(seat, call)
                : flow.look(call.about())
                        .chain(her -> Answers.conversation(her, call)
                                .filter(each -> each.isAttendedBy(advisor))
                                .map(hers -> take(seat, call))
                                .orElseGet(() -> Answers.at(Answers.withSomebody(her, call))));
        return claimed.invoke(answer -> traces.example(
                call.about(),
                call.conversation(),
                () -> tally.claim(answer, Duration.between(call.since(), clock.instant()))));
    }

    private Uni<Answer> take(Seat seat, Call call) {
        var advisor = seat.advisor();
        var attendant = new Attendant(advisor.id(), advisor.name(), advisor.title(), advisor.portrait());
        return flow.submit(call.about(), new Input.Claimed(call.conversation(), attendant))
                .chain(receipt -> {
                    if (receipt == Receipt.OUTDONE) {
                        return flow.look(call.about()).map(her -> Answers.withSomebody(her, call));
                    }
                    if (Answers.isDone(receipt)) {
                        dossiers.open(call.about(), call.conversation(), seat);
                    }
                    return Answers.at(Answers.to(receipt));
                });
    }
}
