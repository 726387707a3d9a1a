package io.overture.advisor;

import io.overture.desk.Boutique;
import io.overture.desk.Call;
import io.overture.desk.Calls;
import io.overture.desk.ConsoleFrames;
import io.overture.desk.Talks;
import io.overture.desk.Transcripts;
import io.overture.flow.Flow;
import io.overture.roster.Desk;
import io.overture.roster.Roster;
import io.overture.roster.Seat;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a console hears when it says hello: who its advisor is, and then all that is hers. */
final class Greeting {

    private final Roster roster;
    private final Reach reach;
    private final Flow flow;
    private final Calls calls;
    private final Talks talks;
    private final Transcripts transcripts;
    private final Rings rings;
    private final OpenDossiers dossiers;
    private final Errands errands;
    private final Boutique boutique;
    private final InstantSource clock;
    private final Duration heartbeat;

    Greeting(
            Roster roster,
            Reach reach,
            Flow flow,
            Calls calls,
            Talks talks,
            Transcripts transcripts,
            Rings rings,
            OpenDossiers dossiers,
            Errands errands,
            Boutique boutique,
            InstantSource clock,
            Duration heartbeat) {
        this.roster = roster;
        this.reach = reach;
        this.flow = flow;
        this.calls = calls;
        this.talks = talks;
        this.transcripts = transcripts;
        this.rings = rings;
        this.dossiers = dossiers;
        this.errands = errands;
        this.boutique = boutique;
        this.clock = clock;
        this.heartbeat = heartbeat;
    }

    /** Fails when the store is away: then the console is to come back. */
    Uni<Void> greet(Console console, Frame.Hello hello) {
        return reach.arrived(console)
                .chain(reach::standings)
                .invoke(standings -> welcome(console, standings))
                .chain(() -> calls.attendedBy(console.advisor()))
                .chain(attended -> talks(console, hello, attended))
                .chain(() -> calls.ringing(console.advisor()))
                .chain(ringing -> ring(console, ringing))
                .chain(() -> errands.list(console.seat()))
                .invoke(console::send)
                .invoke(() -> boutique(console))
                .replaceWithVoid();
    }

    private void welcome(Console console, Map<String, Standing> standings) {
        var now = clock.instant();
        var seat = console.seat();
        var her = seat.advisor();
        var desks = roster.inForce().all();
        var colleagues = desks.stream()
                .flatMap(desk -> desk.advisors().stream().map(each -> new Seat(desk, each)))
                .filter(each -> !each.advisor().id().equals(her.id()))
                .map(each -> colleague(each, Standing.of(standings, each.advisor().id())))
                .toList();
        console.knows(standings);
        console.send(ConsoleFrames.welcome(
                new ConsoleFrames.Self(her.id(), her.name(), her.title(), her.languages(), seat.desk().id()),
                Standing.of(standings, her.id()).chosen(),
                her.capacity(),
                now,
                heartbeat,
                colleagues,
                desks.stream().map(each -> open(each, now)).toList()));
    }

    private static ConsoleFrames.Colleague colleague(Seat seat, Standing standing) {
        var advisor = seat.advisor();
        return new ConsoleFrames.Colleague(
                advisor.id(),
                advisor.name(),
                seat.desk().id(),
                standing.word(),
                advisor.languages(),
                standing.free());
    }

    private static ConsoleFrames.OpenDesk open(Desk desk, Instant now) {
        boolean isOpen = desk.hours().isOpen(now);
        return new ConsoleFrames.OpenDesk(
                desk.id(), isOpen, isOpen ? null : desk.hours().nextOpening(now).orElse(null));
    }

    private Uni<Void> talks(Console console, Frame.Hello hello, List<String> attended) {
        var had = hello.talks();
        var former = had.stream()
                .filter(each -> !attended.contains(each.conversation()))
                .toList();
        return Multi.createFrom()
                .iterable(former)
                .onItem()
                .transformToUniAndConcatenate(each -> former(console, each).invoke(console::send))
                .onItem()
                .ignoreAsUni()
                .chain(() -> Multi.createFrom()
                        .iterable(attended)
                        .onItem()
                        .transformToUniAndConcatenate(id -> attended(console, id, had(hello, id)))
                        .onItem()
                        .ignoreAsUni());
    }

    private static Frame.@Nullable Had had(Frame.Hello hello, String conversation) {
        return hello.talks().stream()
                .filter(each -> each.conversation().equals(conversation))
                .filter(each -> !each.epoch().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private Uni<Void> attended(Console console, String id, Frame.@Nullable Had had) {
        var talk = had == null ? talks.frame(id, null, 0) : talks.frame(id, had.epoch(), had.offset());
        return talk.invoke(frame -> frame.ifPresent(console::send))
                .chain(() -> catchUp(console, id, had))
                .chain(() -> calls.find(id))
                .chain(call -> call.map(each -> dossier(console, each))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /**
     * What was said while the conversation was read reached this console before it knew of it. So its end is read once
     * more; what comes twice has the same number.
     */
    private Uni<Void> catchUp(Console console, String id, Frame.@Nullable Had had) {
        return transcripts
                .since(id, had == null ? null : had.epoch(), had == null ? 0 : had.offset())
                .invoke(transcript -> transcript
                        .lines()
                        .forEach(line -> console.send(ConsoleFrames.message(id, transcript.epoch(), line))))
                .replaceWithVoid();
    }

    /** It was opened when she claimed it. One that cannot be had now comes with the next change. */
    private Uni<Void> dossier(Console console, Call call) {
        return dossiers.frame(call.about(), call.conversation(), console.seat())
                .invoke(console::send)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    /** Hers no longer: over, and then she may read to its end what she was part of; or with somebody else. */
    private Uni<String> former(Console console, Frame.Had had) {
        return calls.find(had.conversation())
                .chain(found -> found.map(call -> isOver(call).chain(over -> over
                                        ? wasHers(console, had).chain(hers -> hers ? end(had) : over(had))
                                        : over(had)))
                        .orElseGet(() -> over(had)));
    }

    private Uni<Boolean> isOver(Call call) {
        return flow.look(call.about())
                .map(her -> Answers.conversation(her, call)
                        .filter(each -> each.isOpen())
                        .isEmpty());
    }

    private Uni<Boolean> wasHers(Console console, Frame.Had had) {
        return transcripts
                .since(had.conversation(), null, 0)
                .map(transcript ->
                        transcript.lines().stream().anyMatch(line -> console.advisor().equals(line.by())));
    }

    private Uni<String> end(Frame.Had had) {
        return talks.frame(had.conversation(), had.epoch(), had.offset())
                .map(frame -> frame.orElseGet(() -> Replies.over(had)));
    }

    private static Uni<String> over(Frame.Had had) {
        return Uni.createFrom().item(Replies.over(had));
    }

    private Uni<Void> ring(Console console, List<Call> ringing) {
        return Multi.createFrom()
                .iterable(ringing)
                .onItem()
                .transformToUniAndConcatenate(call -> rings.frame(call, console.advisor()).invoke(console::send))
                .onItem()
                .ignoreAsUni();
    }

    /** In full, and from then on what differs. */
    private void boutique(Console console) {
        console.window().open();
        console.show(boutique.view(console.seat(), console.window().most()));
    }
}
