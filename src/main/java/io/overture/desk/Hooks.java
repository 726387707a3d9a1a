package io.overture.desk;

import io.overture.roster.Roster;
import io.overture.roster.Webhook;
import io.overture.visitor.Due;
import io.overture.visitor.Handoff;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells contact centres who waits, by any node, and again until they have heard or the time has passed.
 *
 * <pre>
 *   added ──▶ tried ──2xx with an address──▶ the conversation goes on there
 *              │ ▲ └──2xx without one──▶ told; left to whoever is here
 *              │ └──refused, silent: a little later
 *              └──time has passed──▶ given up; left to whoever is here
 * </pre>
 */
final class Hooks {

    static final Duration TICK = Duration.ofMillis(250);

    /** While nothing is on its way; another node, which may be gone by then, may have added something. */
    private static final int TICKS_BETWEEN_QUIET_LOOKS = 8;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration CLAIM = HookSender.PATIENCE.plusSeconds(2);
    private static final int MOST_DOUBLINGS = 5;

    private static final Logger LOG = Logger.getLogger(Hooks.class);

    private final HookQueue queue;
    private final HookPost post;
    private final Roster roster;
    private final Transcripts transcripts;
    private final CallScript calls;
    private final Passing passing;
    private final InstantSource clock;
    private final Duration patience;
    /** Since something was on its way when this node last looked, or was put there by this one. */
    private final AtomicInteger quietTicks = new AtomicInteger();

    private final AtomicBoolean isTrying = new AtomicBoolean();
    private volatile Function<Hook, Uni<Void>> left = hook -> Uni.createFrom().voidItem();

    /** @param patience after which a contact centre that has not answered is given up */
    Hooks(
            HookQueue queue,
            HookPost post,
            Roster roster,
            Transcripts transcripts,
            CallScript calls,
            Passing passing,
            InstantSource clock,
            Duration patience) {
        this.queue = queue;
        this.post = post;
        this.roster = roster;
        this.transcripts = transcripts;
        this.calls = calls;
        this.passing = passing;
        this.clock = clock;
        this.patience = patience;
    }

    /** @param left is told of conversations that no contact centre has taken: once at best, since a node may die before it is */
    void onLeft(Function<Hook, Uni<Void>> left) {
        this.left = left;
    }

    /** Whether the contact centre was told of this turn of it, and has not taken it. */
    Uni<Boolean> isOver(Due.Wanted wanted) {
        return queue.isOver(id(wanted));
    }

    private static String id(Due.Wanted wanted) {
        return wanted.conversation() + "." + wanted.turn();
    }

    /** Once for a turn. Whether it is under way; false when it has been settled, or given up. */
    Uni<Boolean> add(VisitorKey about, Due.Wanted wanted, String desk, @Nullable String reason) {
        var id = id(wanted);
        var now = clock.instant();
        return transcripts
                .since(wanted.conversation(), null, 0)
                .map(transcript -> new Hook(
                        id,
                        about,
                        wanted.conversation(),
                        wanted.turn(),
                        desk,
                        wanted.request().channel(),
                        CloudEvent.of(id, desk, about, wanted, reason, transcript, now),
                        0))
                .chain(hook -> queue.add(hook, now.plus(patience)))
                .invoke(() -> quietTicks.set(0));
    }

    /** To be called every {@link #TICK}: looks each time, but after a silence longer than any pause every two seconds. */
    void tick() {
        int quiet = quietTicks.incrementAndGet();
        if (quiet <= LONGEST_PAUSE.dividedBy(TICK) + 1 || quiet % TICKS_BETWEEN_QUIET_LOOKS == 0) {
            look();
        }
    }

    /** Whether the last look has not ended yet; until it has there is no other. */
    boolean isLooking() {
        return isTrying.get();
    }

    void look() {
        if (isTrying.compareAndSet(false, true)) {
            queue.claim(CLAIM)
                    .invoke(this::stir)
                    .chain(claimed -> Uni.combine()
                            .all()
                            .unis(each(claimed.tried(), this::tried), each(claimed.passed(), this::givenUp))
                            .discardItems())
                    .onTermination()
                    .invoke(() -> isTrying.set(false))
                    .subscribe()
                    .with(done -> {}, away -> LOG.debugf("contact centres not told: %s", away.getMessage()));
        }
    }

    private void stir(HookQueue.Claimed claimed) {
        if (!claimed.tried().isEmpty() || !claimed.passed().isEmpty()) {
            quietTicks.set(0);
        }
    }

    private static Uni<Void> each(List<Hook> hooks, Function<Hook, Uni<Void>> what) {
        return Multi.createFrom()
                .iterable(hooks)
                .onItem()
                .transformToUniAndMerge(what::apply)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> givenUp(Hook hook) {
        post.givenUp();
        return leave(hook);
    }

    /** If that fails the next round of the call comes to it. */
    private Uni<Void> leave(Hook hook) {
        return left.apply(hook)
                .onFailure()
                .invoke(away -> LOG.debugf("nobody else called at once: %s", away.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Whatever fails is tried again when its claim has ended, if it could not be said when. */
    private Uni<Void> tried(Hook hook) {
        return calls.find(hook.conversation())
                .chain(found -> found.fields().isEmpty() ? queue.settle(hook) : send(hook))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.infov(
                            "contact centre not told: desk={0} tries={1} cause={2}",
                            hook.desk(), hook.tries(), cause(failure));
                    return again(hook);
                })
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> again(Hook hook) {
        quietTicks.set(0);
        return queue.again(hook, pause(hook.tries()));
    }

    private Uni<Void> send(Hook hook) {
        return webhook(hook.desk())
                .map(to -> post.send(to, hook)
                        .chain(address -> address.map(url -> passing.over(
                                                hook.about(),
                                                hook.conversation(),
                                                hook.turn(),
                                                new Handoff(hook.channel(), url))
                                        .chain(() -> queue.settle(hook)))
                                .orElseGet(() -> queue.settle(hook).chain(() -> leave(hook)))))
                .orElseGet(() -> queue.settle(hook).chain(() -> leave(hook)));
    }

    private Optional<Webhook> webhook(String desk) {
        return roster.inForce().find(desk).flatMap(each -> each.webhook());
    }

    /** Never what it answered. */
    private static String cause(Throwable failure) {
        return failure instanceof HookSender.NotTaken refused
                ? String.valueOf(refused.getMessage())
                : failure.getClass().getSimpleName();
    }

    private static Duration pause(int tries) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
