package io.overture.advisor;

import io.overture.desk.Call;
import io.overture.desk.Calls;
import io.overture.desk.ConsoleFrames;
import io.overture.desk.Discretion;
import io.overture.desk.Talks;
import io.overture.desk.Transcript;
import io.overture.desk.Transcripts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Brings a console's conversations up to date: what she attends, from where she has it; and what is hers no longer. */
final class Resuming {

    private final Calls calls;
    private final Talks talks;
    private final Transcripts transcripts;
    private final OpenDossiers dossiers;
    private final Discretion discretion;

    Resuming(Calls calls, Talks talks, Transcripts transcripts, OpenDossiers dossiers, Discretion discretion) {
        this.calls = calls;
        this.talks = talks;
        this.transcripts = transcripts;
        this.dossiers = dossiers;
        this.discretion = discretion;
    }

    Uni<Void> talks(Console console, List<Frame.Had> had) {
        return calls.attendedBy(console.advisor()).chain(attended -> {
            var former = had.stream()
                    .filter(each -> !attended.contains(each.conversation()))
                    .toList();
            return each(former, talk -> former(console, talk))
                    .chain(() -> each(attended, id -> attended(console, known(had, id))));
        });
    }

    /** What the console has of it; from the beginning when it has nothing, or is not sure. */
    private static Frame.Had known(List<Frame.Had> had, String conversation) {
        return had.stream()
                .filter(each -> each.conversation().equals(conversation))
                .findFirst()
                .orElse(new Frame.Had(conversation, "", 0));
    }

    private Uni<Void> former(Console console, Frame.Had had) {
        return hadIt(console.advisor(), had.conversation())
                .chain(hers -> hers
                        ? talks.frame(had.conversation(), console.advisor(), had.epoch(), had.offset())
                        : Uni.createFrom().item(Optional.<String>empty()))
                .invoke(frame -> console.send(frame.orElseGet(() -> Replies.over(had))))
                .replaceWithVoid();
    }

    /** A console may name any conversation: of one that its advisor never had it learns nothing. */
    private Uni<Boolean> hadIt(String advisor, String conversation) {
        return calls.find(conversation)
                .chain(call -> call.isEmpty() || advisor.equals(call.get().from())
                        ? Uni.createFrom().item(call.isPresent())
                        : transcripts
                                .since(conversation, null, 0)
                                .map(all -> all.lines().stream().anyMatch(line -> advisor.equals(line.by()))));
    }

    /**
     * What was said while the conversation was read may have reached the console before it knew of it, and is not told
     * again. So its end is read once more; what comes twice has the same number. Whoever has it by then, if it has passed
     * on meanwhile, reads the rest.
     */
    private Uni<Void> attended(Console console, Frame.Had had) {
        var id = had.conversation();
        return transcripts
                .since(id, had.epoch(), had.offset())
                .chain(before -> talks.frame(id, console.advisor(), had.epoch(), had.offset())
                        .invoke(frame -> frame.ifPresent(console::send))
                        .chain(() -> transcripts.since(id, before.epoch(), before.offset())))
                .chain(after -> calls.attendedBy(console.advisor())
                        .chain(attended -> attended.contains(id)
                                ? rest(console, id, discretion.of(after, console.advisor()))
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> rest(Console console, String id, Transcript after) {
        after.lines().forEach(line -> console.send(ConsoleFrames.message(id, after.epoch(), line)));
        return calls.find(id)
                .chain(call -> call.map(each -> dossier(console, each))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** It was opened when she claimed it. One that cannot be had now comes with the next change. */
    private Uni<Void> dossier(Console console, Call call) {
        return dossiers.frame(call.about(), call.conversation(), console.seat())
                .invoke(console::send)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> what) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(what::apply)
                .onItem()
                .ignoreAsUni();
    }
}
