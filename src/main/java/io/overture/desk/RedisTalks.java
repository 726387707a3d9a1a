package io.overture.desk;

import io.overture.flow.Flow;
import io.overture.visitor.Conversation;
import io.overture.visitor.Message;
import io.overture.visitor.Stage;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations put together from her value, which says how they stand, and the transcript. */
final class RedisTalks implements Talks {

    private final Calls calls;
    private final Transcripts transcripts;
    private final Flow flow;
    private final Discretion discretion;

    RedisTalks(Calls calls, Transcripts transcripts, Flow flow, Discretion discretion) {
        this.calls = calls;
        this.transcripts = transcripts;
        this.flow = flow;
        this.discretion = discretion;
    }

    @Override
    public Uni<Optional<String>> frame(String conversation, String advisor, @Nullable String epoch, long offset) {
        return calls.find(conversation)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : frame(found.get(), advisor, epoch, offset).map(Optional::of));
    }

    private Uni<String> frame(Call call, String advisor, @Nullable String epoch, long offset) {
        return flow.look(call.about()).chain(visitor -> {
            var standing = visitor.map(her -> her.conversation())
                    .filter(each -> each.id().equals(call.conversation()))
                    .orElse(null);
            return words(call, advisor, standing, epoch, offset)
                    .map(transcript -> TalkFrame.of(call, standing, advisor, transcript));
        });
    }

    /**
     * Who does not attend it is told how it stands, and keeps what she has. Once it is over, its last words are still for
     * whoever spoke last.
     */
    private Uni<Transcript> words(
            Call call, String advisor, @Nullable Conversation standing, @Nullable String epoch, long offset) {
        var attends = standing != null && (standing.isAttendedBy(advisor) || hadTheLastWord(standing, advisor));
        return transcripts
                .since(call.conversation(), epoch, offset)
                .map(all -> attends ? discretion.of(all, advisor) : new Transcript(all.epoch(), false, 0, List.of()));
    }

    private static boolean hadTheLastWord(Conversation standing, String advisor) {
        return standing.stage() instanceof Stage.Over
                && standing.messages().reversed().stream()
                        .map(Message::by)
                        .filter(by -> by != null)
                        .findFirst()
                        .filter(advisor::equals)
                        .isPresent();
    }
}
