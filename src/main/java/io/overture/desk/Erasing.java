package io.overture.desk;

import io.overture.client.Browsers;
import io.overture.client.Erasure;
import io.overture.client.Erasure.Kind;
import io.overture.client.Forgetting;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Flow;
import io.overture.flow.Unavailable;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What is kept goes: of a visitor, all the desk was told of her; of a client, that at each of her browsers, the browsers
 * themselves, and what is known of her besides. A browser stays on her list until it is erased, so that asking again
 * comes to what was left.
 */
final class Erasing implements Forgetting {

    private static final int BROWSERS_AT_ONCE = 8;

    private final Browsers browsers;
    private final Flow flow;
    private final CallScript calls;
    private final HereStore here;
    private final Mirror boutique;
    private final Rings rings;
    private final AdvisorPost post;
    private final RedisSlots slots;
    private final TaskBoard board;

    Erasing(
            Browsers browsers,
            Flow flow,
            CallScript calls,
            HereStore here,
            Mirror boutique,
            Rings rings,
            AdvisorPost post,
            RedisSlots slots,
            TaskBoard board) {
        this.browsers = browsers;
        this.flow = flow;
        this.calls = calls;
        this.here = here;
        this.boutique = boutique;
        this.rings = rings;
        this.post = post;
        this.slots = slots;
        this.board = board;
    }

    /** Everything the desk was told of a visitor. */
    Uni<Erasure> forget(VisitorKey about) {
        return calls.forget(about)
                .chain(gone -> Multi.createFrom()
                        .iterable(gone.conversations())
                        .onItem()
                        .transformToUniAndMerge(this::left)
                        .collect()
                        .asList()
                        .map(left -> Erasure.of(
                                Kind.CONVERSATIONS, gone.conversations().size(), CallScript.MARK))
                        .call(() -> rings.next(gone.rung())))
                .call(() -> here.forget(about))
                .chain(hers -> board.forget(about).map(tasks -> hers.plus(tasks(tasks))))
                .invoke(() -> boutique.changed(about));
    }

    /** A client is at this browser; if she was erased since, it is too. */
    Uni<Void> recognised(VisitorKey about, Due.Recognised word) {
        return browsers.recognised(word.client(), about, word.at())
                .chain(isErased -> isErased
                        ? erase(about, word.client()).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** This browser is a client's no longer. */
    Uni<Void> parted(VisitorKey about, Due.Parted word) {
        return browsers.parted(word.client(), about, word.at())
                .chain(() -> word.another() ? Uni.createFrom().voidItem() : calls.part(about, word.client()));
    }

    @Override
    public Uni<Erasure> forgetClient(String id) {
        return browsers.of(id)
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUni(each -> erase(each, id))
                        .merge(BROWSERS_AT_ONCE)
                        .collect()
                        .in(
                                () -> new AtomicReference<>(Erasure.NOTHING),
                                (sum, more) -> sum.updateAndGet(hers -> hers.plus(more))))
                .map(AtomicReference::get)
                .chain(hers ->
                        calls.erase(id).map(gone -> hers.plus(Erasure.of(Kind.CONVERSATIONS, gone, Duration.ZERO))))
                .chain(hers -> board.forget(id).map(tasks -> hers.plus(tasks(tasks))));
    }

    private Uni<Erasure> erase(Browsers.Browser browser, String client) {
        return erase(browser.visitor(), client).call(() -> off(browser.visitor(), client, browser.since()));
    }

    /** Whatever came later of her at this browser is news, and stays. */
    private Uni<Void> off(VisitorKey browser, String client, Instant since) {
        return browsers.parted(client, browser, since);
    }

    /** The desk's part before hers, for she is found by hers when this has to be done again. */
    private Uni<Erasure> erase(VisitorKey browser, String client) {
        return flow.look(browser)
                .map(found -> found.filter(
                                visitor -> client.equals(visitor.memory().clientId()))
                        .isPresent())
                // What nobody can read may be hers still, and is erased without being read.
                .onFailure(failure -> failure instanceof Unavailable unavailable && unavailable.isUnreadable())
                .recoverWithItem(true)
                .chain(isHers -> isHers
                        ? forget(browser)
                                .chain(desk -> flow.submit(browser, new Input.Erased(client))
                                        .map(receipt -> desk.plus(Erasure.of(
                                                Kind.BROWSERS, receipt == Receipt.TAKEN ? 1 : 0, Duration.ZERO))))
                        : Uni.createFrom().item(Erasure.NOTHING));
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

    private static Erasure tasks(int count) {
        return Erasure.of(Kind.TASKS, count, RedisTasks.LIFETIME);
    }
}
