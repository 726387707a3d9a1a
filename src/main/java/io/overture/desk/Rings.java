package io.overture.desk;

import io.overture.visitor.VisitorKey;
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

    Rings(Calls calls, Talks talks, AdvisorPost post, Mirror boutique, Reasons reasons, Discretion discretion) {
        this.calls = calls;
        this.talks = talks;
        this.post = post;
        this.boutique = boutique;
        this.reasons = reasons;
        this.discretion = discretion;
    }

    /** It rings at these now. */
    Uni<Void> changed(
            VisitorKey about,
            String conversation,
            CallScript.Outcome outcome,
            List<String> rung,
            @Nullable String own) {
        boutique.changed(about);
        silence(conversation, outcome.unrung(), ConsoleFrames.Unring.ELSEWHERE, null);
        return calls.find(conversation)
                .invoke(found -> found.ifPresent(call -> rung.forEach(advisor -> post.send(
                        advisor,
                        ConsoleFrames.ring(
                                discretion.of(call, advisor),
                                reasons.of(call.request().trigger()),
                                advisor.equals(own))))))
                .chain(() -> stands(conversation, outcome.left()));
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
        return stands(conversation, outcome.left());
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
