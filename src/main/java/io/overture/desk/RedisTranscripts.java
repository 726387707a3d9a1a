package io.overture.desk;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.overture.visitor.Due;
import io.overture.visitor.Handle;
import io.overture.visitor.Message;
import io.overture.visitor.VisitorKey;
import io.overture.wire.JsonOut;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Transcripts in Redis: whatever order messages are told in, they are read in the order they were said in. */
final class RedisTranscripts implements Transcripts {

    private static final Script SAID = Script.named("desk-said");
    private static final int PLACES = 1000;

    private final Lanes lanes;
    private final InstantSource clock;
    private final Duration retention;

    RedisTranscripts(Lanes lanes, InstantSource clock, Duration retention) {
        this.lanes = lanes;
        this.clock = clock;
        this.retention = retention;
    }

    /** Lines that may be told now, and to whom; nobody when no advisor attends. */
    record News(String epoch, @Nullable String attendedBy, List<Transcript.Line> lines) {

        /** Whoever attends by now may not be who did when it was said. */
        void to(AdvisorPost post, String conversation, Discretion discretion) {
            if (attendedBy != null) {
                lines.stream()
                        .filter(line -> discretion.mayRead(line, attendedBy))
                        .forEach(line -> post.send(attendedBy, ConsoleFrames.message(conversation, epoch, line)));
            }
        }
    }

    @Override
    public Uni<Transcript> since(String conversation, @Nullable String epoch, long offset) {
        return lanes.run(
                        SAID,
                        keys(conversation),
                        "since",
                        conversation,
                        epoch == null ? "" : epoch,
                        offset,
                        UUID.randomUUID().toString(),
                        retention.toMillis())
                .map(Replies::texts)
                .map(texts -> texts.getFirst().isEmpty()
                        ? Transcript.NONE
                        : new Transcript(
                                texts.get(0),
                                texts.get(2).equals("1"),
                                Long.parseLong(texts.get(1)),
                                lines(texts.subList(3, texts.size()))));
    }

    /** Nothing when she has been forgotten meanwhile. */
    Uni<Optional<News>> say(VisitorKey about, Due.Said said) {
        var message = said.message();
        var keys = new ArrayList<>(keys(said.conversation()));
        keys.add(DeskKeys.of(about.member()));
        keys.add(DeskKeys.gone(about.member()));
        return lanes.run(
                        SAID,
                        keys,
                        "say",
                        said.conversation(),
                        message.offset(),
                        line(message.id(), from(message.from()), message.by(), message.text(), message.at()),
                        UUID.randomUUID().toString(),
                        retention.toMillis(),
                        message.at().toEpochMilli(),
                        about.member())
                .map(Replies::texts)
                .map(RedisTranscripts::news);
    }

    /** Nothing when nobody knows the conversation. */
    Uni<Optional<News>> note(String conversation, String by, String text) {
        var id = Handle.digest(by + "\n" + text);
        var keys = new ArrayList<>(keys(conversation));
        keys.add(DeskKeys.told(conversation));
        return lanes.run(
                        SAID,
                        keys,
                        "note",
                        conversation,
                        id,
                        line(id, Transcript.From.NOTE, by, text, clock.instant()),
                        UUID.randomUUID().toString(),
                        retention.toMillis(),
                        by,
                        text)
                .map(Replies::texts)
                .map(RedisTranscripts::news);
    }

    private static List<String> keys(String conversation) {
        return List.of(
                DeskKeys.said(conversation), DeskKeys.told(conversation), DeskKeys.call(conversation), DeskKeys.TALKS);
    }

    private static Optional<News> news(List<String> texts) {
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new News(texts.get(0), Replies.orNull(texts.get(1)), lines(texts.subList(2, texts.size()))));
    }

    private static String line(String id, Transcript.From from, @Nullable String by, String text, Instant at) {
        return JsonOut.object(out -> out.text("id", id)
                .text("from", from.word())
                .text("by", by)
                .text("text", text)
                .instant("at", at));
    }

    private static List<Transcript.Line> lines(List<String> placed) {
        var all = new ArrayList<Transcript.Line>();
        for (int i = 0; i + 1 < placed.size(); i += 2) {
            long place = Long.parseLong(placed.get(i));
            var line = RequestJson.tree(placed.get(i + 1));
            all.add(new Transcript.Line(
                    place / PLACES,
                    (int) (place % PLACES),
                    line.path("id").asText(),
                    Transcript.From.of(line.path("from").asText()),
                    RequestJson.text(line, "by"),
                    line.path("text").asText(),
                    Instant.ofEpochMilli(line.path("at").asLong())));
        }
        return all;
    }

    private static Transcript.From from(Message.Author author) {
        return switch (author) {
            case VISITOR -> Transcript.From.VISITOR;
            case ADVISOR -> Transcript.From.ADVISOR;
        };
    }
}
