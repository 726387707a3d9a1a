package io.overture.desk;

import io.overture.engine.Effect;
import io.overture.store.DeskInbox;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Where what the desk is told goes: every word may come twice, late, and in any order. */
final class RedisDeskInbox implements DeskInbox {

    private final Calling calling;
    private final Attending attending;
    private final Errands errands;
    private final RedisTranscripts transcripts;
    private final CallScript calls;
    private final HereStore here;
    private final Mirror boutique;
    private final Rings rings;
    private final AdvisorPost post;
    private final RedisSlots slots;
    private final Tasks tasks;

    RedisDeskInbox(
            Calling calling,
            Attending attending,
            Errands errands,
            RedisTranscripts transcripts,
            CallScript calls,
            HereStore here,
            Mirror boutique,
            Rings rings,
            AdvisorPost post,
            RedisSlots slots,
            Tasks tasks) {
        this.calling = calling;
        this.attending = attending;
        this.errands = errands;
        this.transcripts = transcripts;
        this.calls = calls;
        this.here = here;
        this.boutique = boutique;
        this.rings = rings;
        this.post = post;
        this.slots = slots;
        this.tasks = tasks;
    }

    @Override
    public Uni<Void> tell(VisitorKey about, Due due) {
        return switch (due) {
            case Due.Wanted wanted -> calling.wanted(about, wanted);
            case Due.Taken taken -> attending.taken(about, taken);
            case Due.Finished finished -> attending.finished(about, finished);
            case Due.Said said -> said(about, said);
            case Due.Promised promised -> errands.promised(about, promised);
            case Due.Alert alert -> errands.alert(about, alert);
            case Due.Noticed noticed -> noticed(about, noticed);
            case Due.Kept kept -> slots.keep(kept.offer(), kept.until());
            case Due.Freed freed -> slots.release(freed.offer());
            case Due.Forget forget -> forget(about);
        };
    }

    @Override
    public void whisper(VisitorKey about, Effect.ForAdvisor effect) {
        var frame = switch (effect) {
            case Effect.Typing typing -> ConsoleFrames.typing(typing.conversation());
            case Effect.Seen seen -> ConsoleFrames.seen(seen.conversation(), seen.offset(), "visitor");
        };
        post.send(effect.advisor(), frame);
    }

    private Uni<Void> said(VisitorKey about, Due.Said said) {
        return transcripts
                .say(about, said)
                .invoke(told -> told.ifPresent(news -> news.to(post, said.conversation())))
                .replaceWithVoid();
    }

    private Uni<Void> noticed(VisitorKey about, Due.Noticed noticed) {
        return here.note(about, noticed)
                .invoke(isNews -> {
                    if (isNews) {
                        boutique.changed(about);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> forget(VisitorKey about) {
        return calls.forget(about)
                .chain(gone -> Multi.createFrom()
                        .iterable(gone)
                        .onItem()
                        .transformToUniAndMerge(this::left)
                        .collect()
                        .asList())
                .chain(() -> here.forget(about))
                .chain(() -> tasks.forget(about))
                .invoke(() -> boutique.changed(about));
    }

    /** Whoever attended it learns that it is over, and no more. */
    private Uni<Void> left(CallScript.Forgotten forgotten) {
        rings.silence(forgotten.conversation(), forgotten.unrung(), ConsoleFrames.Unring.ENDED, null);
        var advisor = forgotten.attendedBy();
        if (advisor != null) {
            post.send(advisor, TalkFrame.forgotten(forgotten.conversation()));
        }
        return slots.release(forgotten.conversation()).chain(() -> slots.finish(forgotten.conversation()));
    }
}
