package io.overture.desk;

import io.overture.engine.Effect;
import io.overture.store.DeskInbox;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;

/** Where what the desk is told goes: every word may come twice, late, and in any order. */
final class RedisDeskInbox implements DeskInbox {

    private final Calling calling;
    private final Attending attending;
    private final Errands errands;
    private final RedisTranscripts transcripts;
    private final HereStore here;
    private final Mirror boutique;
    private final AdvisorPost post;
    private final RedisSlots slots;
    private final Erasing erasing;
    private final Discretion discretion;

    RedisDeskInbox(
            Calling calling,
            Attending attending,
            Errands errands,
            RedisTranscripts transcripts,
            HereStore here,
            Mirror boutique,
            AdvisorPost post,
            RedisSlots slots,
            Erasing erasing,
            Discretion discretion) {
        this.calling = calling;
        this.attending = attending;
        this.errands = errands;
        this.transcripts = transcripts;
        this.here = here;
        this.boutique = boutique;
        this.post = post;
        this.slots = slots;
        this.erasing = erasing;
        this.discretion = discretion;
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
            case Due.Forget forget -> erasing.forget(about).replaceWithVoid();
            case Due.Recognised recognised -> erasing.recognised(about, recognised);
            // A home region's to know, and never told here.
            case Due.Returned returned -> Uni.createFrom().voidItem();
            case Due.Parted parted -> erasing.parted(about, parted);
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
                .invoke(told -> told.ifPresent(news -> news.to(post, said.conversation(), discretion)))
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
}
