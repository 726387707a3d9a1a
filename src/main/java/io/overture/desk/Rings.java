package io.overture.desk;

import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells consoles what rings, what rings no longer, and what has become of a conversation. */
final class Rings {

    private final Calls calls;
    private final Talks talks;
    private final AdvisorPost post;
    private final Mirror boutique;
    private final Reasons reasons;
    private final Discretion discretion;
    private final HomeAdvisors home;
    private final HeldBack heldBack;

    Rings(
            Calls calls,
            Talks talks,
            AdvisorPost post,
            Mirror boutique,
            Reasons reasons,
            Discretion discretion,
            HomeAdvisors home,
            HeldBack heldBack) {
        this.calls = calls;
        this.talks = talks;
        this.post = post;
        this.boutique = boutique;
        this.reasons = reasons;
        this.discretion = discretion;
        this.home = home;
        this.heldBack = heldBack;
    }

    /** Strangers ring whose turn has come. */
    Uni<Void> next(List<CallScript.Rung> rung) {
        return ring(rung, "", null);
    }

    /** It rings elsewhere than before. */
    Uni<Void> changed(VisitorKey about, String conversation, CallScript.Outcome outcome, @Nullable String own) {
        boutique.changed(about);
        heldBack.count(outcome.heldBy());
        silence(conversation, outcome.unrung(), ConsoleFrames.Unring.ELSEWHERE, null);
        return ring(outcome.rung(), conversation, own).chain(() -> stands(conversation, outcome.left()));
    }

    /** It rings at nobody any more; who attended it is told how it stands. */
    Uni<Void> over(
            VisitorKey about,
            String conversation,
            CallScript.Outcome outcome,
            ConsoleFrames.Unring reason,
            @Nullable String by) {
        boutique.changed(about);
        silence(conversation, outcome.unrung(), reason, by);
        return ring(outcome.rung(), conversation, null).chain(() -> stands(conversation, outcome.left()));
    }

    /** Of the others that ring now none is of somebody with an advisor of their own. */
    private Uni<Void> ring(List<CallScript.Rung> rung, String conversation, @Nullable String own) {
        var conversations = rung.stream().map(CallScript.Rung::conversation).distinct();
        return Multi.createFrom()
                .items(conversations)
                .onItem()
                .transformToUniAndMerge(calls::find)
                .onItem()
                .transformToUniAndMerge(found -> found.map(
                                call -> ring(call, rung, call.conversation().equals(conversation) ? own : null))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> ring(Call call, List<CallScript.Rung> rung, @Nullable String own) {
        return home.of(call)
                .invoke(advisor -> ring(call, rung, own, advisor.orElse(null)))
                .replaceWithVoid();
    }

    private void ring(Call call, List<CallScript.Rung> rung, @Nullable String own, @Nullable String atHome) {
        rung.stream()
                .filter(each -> each.conversation().equals(call.conversation()))
                .map(CallScript.Rung::advisor)
                // It may have been taken meanwhile.
                .filter(call.rung()::contains)
                .forEach(advisor -> post.send(
                        advisor,
                        ConsoleFrames.ring(
                                discretion.of(call, advisor),
                                reasons.of(call.request().trigger()),
                                advisor.equals(own),
                                atHome)));
    }

    void silence(String conversation, List<String> advisors, ConsoleFrames.Unring reason, @Nullable String by) {
        var frame = ConsoleFrames.unring(conversation, reason, by);
        advisors.forEach(advisor -> post.send(advisor, frame));
    }

    /** How it stands for this advisor, on all her consoles. */
    Uni<Void> stands(String conversation, @Nullable String advisor) {
        return advisor == null
                ? Uni.createFrom().voidItem()
                : talks.frame(conversation, advisor, null, 0)
                        .invoke(frame -> frame.ifPresent(text -> post.send(advisor, text)))
                        .replaceWithVoid();
    }
}
