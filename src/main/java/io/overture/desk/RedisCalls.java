package io.overture.desk;

import io.overture.redis.Lanes;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The desk's conversations in Redis. */
final class RedisCalls implements Calls {

    private final Lanes lanes;
    private final CallScript script;
    private final RedisTranscripts transcripts;
    private final AdvisorPost post;
    private final Discretion discretion;

    RedisCalls(Lanes lanes, CallScript script, RedisTranscripts transcripts, AdvisorPost post, Discretion discretion) {
        this.lanes = lanes;
        this.script = script;
        this.transcripts = transcripts;
        this.post = post;
        this.discretion = discretion;
    }

    @Override
    public Uni<Optional<Call>> find(String conversation) {
        return script.find(conversation)
                .map(found -> found.fields().containsKey("request")
                        ? Optional.of(call(conversation, found.fields(), Set.copyOf(found.rung())))
                        : Optional.empty());
    }

    @Override
    public Uni<List<Call>> ringing(String advisor) {
        return lanes.send(Request.cmd(Command.SMEMBERS).arg(DeskKeys.rings(advisor)))
                .map(Replies::texts)
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndMerge(this::find)
                        .filter(found -> found.isPresent() && found.get().rung().contains(advisor))
                        .map(Optional::orElseThrow)
                        .collect()
                        .asList())
                .map(calls -> calls.stream()
                        .sorted(Comparator.comparing(
                                call -> new Routing.Waiting(
                                        call.turn(), call.request().weight(), call.since()),
                                Routing.ORDER))
                        .toList());
    }

    @Override
    public Uni<List<String>> attendedBy(String advisor) {
        return lanes.send(Request.cmd(Command.ZRANGE)
                        .arg(DeskKeys.talks(advisor))
                        .arg(0)
                        .arg(-1))
                .map(Replies::texts);
    }

    @Override
    public Uni<Void> note(String conversation, String by, String text) {
        return transcripts
                .note(conversation, by, text)
                .invoke(told -> told.ifPresent(news -> news.to(post, conversation, discretion)))
                .replaceWithVoid();
    }

    private static Call call(String conversation, Map<String, String> fields, Set<String> rung) {
        var from = Replies.orNull(fields.get("from"));
        var isTheirs = from != null && from.equals(fields.get("noteBy"));
        return new Call(
                VisitorKey.ofMember(fields.getOrDefault("about", "")),
                conversation,
                Integer.parseInt(fields.getOrDefault("turn", "0")),
                Integer.parseInt(fields.getOrDefault("round", "0")),
                RequestJson.request(fields.getOrDefault("request", "{}")),
                Replies.orNull(fields.get("client")),
                fields.getOrDefault("tier", ""),
                Instant.ofEpochMilli(Long.parseLong(fields.getOrDefault("since", "0"))),
                Replies.orNull(fields.get("to")),
                from,
                isTheirs ? fields.get("note") : null,
                rung);
    }
}
