package io.overture.advisor;

import io.overture.client.Clients;
import io.overture.client.Dealing;
import io.overture.client.History;
import io.overture.desk.Call;
import io.overture.desk.Calls;
import io.overture.flow.Flow;
import io.overture.visitor.Handle;
import io.overture.visitor.Visitor;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the house remembers of a client: notes made in a conversation go there, and a late grievance is known from it. */
final class Noting {

    /** Who had one so lately is not asked how it was. */
    static final Duration SORE = Duration.ofDays(30);

    private final Flow flow;
    private final Calls calls;
    private final Clients clients;
    private final InstantSource clock;

    Noting(Flow flow, Calls calls, Clients clients, InstantSource clock) {
        this.flow = flow;
        this.calls = calls;
        this.clients = clients;
        this.clock = clock;
    }

    /** For colleagues now, and into the client's record for next time. */
    Uni<Answer> note(String advisor, Call call, String text) {
        return flow.look(call.about())
                .chain(her -> Answers.conversation(her, call)
                        .filter(each -> each.isAttendedBy(advisor))
                        .map(each -> noted(advisor, call, client(her, call), text))
                        .orElseGet(() -> Answers.at(Answers.unknown())));
    }

    /** Whether a return or a service ticket of hers is still on her mind. */
    Uni<Boolean> hasGrievance(Call call) {
        return flow.look(call.about()).chain(her -> {
            var client = client(her, call);
            return client == null
                    ? Uni.createFrom().item(false)
                    : clients.find(client)
                            .map(record -> record.stream()
                                    .flatMap(each -> each.history().dealings().stream())
                                    .anyMatch(this::isSore));
        });
    }

    private Uni<Answer> noted(String advisor, Call call, @Nullable String client, String text) {
        return calls.note(call.conversation(), advisor, text)
                .chain(() -> client == null
                        ? Uni.createFrom().voidItem()
                        : clients.addNote(client, record(advisor, call, text)))
                .replaceWith(Answer.DONE);
    }

    /** The same words of the same advisor in one conversation are one note. */
    private History.Note record(String advisor, Call call, String text) {
        var id = Handle.digest(String.join("\n", call.conversation(), advisor, text));
        return new History.Note(id, clock.instant(), advisor, text);
    }

    private boolean isSore(Dealing dealing) {
        return dealing.at().isAfter(clock.instant().minus(SORE))
                && switch (dealing.type()) {
                    case RETURN_REQUESTED, RETURN_RECEIVED, SERVICE_OPENED, SERVICE_COMPLETED -> true;
                    case ORDER_PLACED, ORDER_DELIVERED, CONTACT_ANSWERED, CONTACT_UNANSWERED -> false;
                };
    }

    /** Who she is now; she may have been recognised after she was called for. */
    private static @Nullable String client(Optional<Visitor> her, Call call) {
        return her.map(Visitor::session)
                .map(session -> session.client())
                .map(client -> client.id())
                .orElse(call.client());
    }
}
