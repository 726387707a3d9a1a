package io.overture.desk;

import io.overture.engine.Effect;
import io.overture.store.DeskInbox;
import io.overture.store.Lanes;
import io.overture.store.Script;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the desk was told, in Redis: each thing once, for a day, and no longer than she wants to be known. */
public final class RedisDeskInbox implements DeskInbox {

    /** After which nobody who asked still expects an answer. */
    static final Duration LIFETIME = Duration.ofHours(24);

    private static final Script TELL = Script.named("desk-tell");
    private static final Script SAY = Script.named("desk-say");
    private static final Script FORGET = Script.named("desk-forget");

    private final Lanes lanes;

    public RedisDeskInbox(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public Uni<Void> tell(VisitorKey about, Due due) {
        var keys = new DeskKeys(about.site());
        var hers = keys.of(about.handle());
        Uni<?> told = switch (due) {
            case Due.Wanted wanted ->
                task(
                        keys,
                        hers,
                        wanted.conversation(),
                        DeskTask.of(about, wanted),
                        wanted.request().weight());
            case Due.Alert alert -> task(keys, hers, alert.id(), DeskTask.of(about, alert), alert.weight());
            case Due.Said said ->
                lanes.run(
                        SAY,
                        List.of(keys.said(said.conversation()), keys.heard(said.conversation()), hers),
                        said.id(),
                        DeskTask.of(said),
                        said.conversation(),
                        LIFETIME.toMillis());
            case Due.Forget forget -> lanes.run(FORGET, List.of(keys.waiting(), keys.ages(), hers), keys.prefix());
            case Due.Taken taken -> Uni.createFrom().voidItem();
            case Due.Finished finished -> Uni.createFrom().voidItem();
            case Due.Promised promised -> Uni.createFrom().voidItem();
            case Due.Noticed noticed -> Uni.createFrom().voidItem();
            case Due.Kept kept -> Uni.createFrom().voidItem();
            case Due.Freed freed -> Uni.createFrom().voidItem();
        };
        return told.replaceWithVoid();
    }

    @Override
    public void whisper(VisitorKey about, Effect.ForAdvisor effect) {}

    /** Tasks of a site as JSON, the heaviest first. */
    Uni<List<String>> waiting(String site, int most) {
        var keys = new DeskKeys(site);
        return lanes.send(Request.cmd(Command.ZRANGE)
                        .arg(keys.waiting())
                        .arg(0)
                        .arg(most - 1)
                        .arg("REV"))
                .chain(ids -> tasks(keys, texts(ids)));
    }

    /** What she wrote in a conversation, as JSON, in order. */
    Uni<List<String>> said(String site, String conversation) {
        return lanes.send(Request.cmd(Command.LRANGE)
                        .arg(new DeskKeys(site).said(conversation))
                        .arg(0)
                        .arg(-1))
                .map(RedisDeskInbox::texts);
    }

    private Uni<@Nullable Response> task(DeskKeys keys, String hers, String id, String json, BigDecimal weight) {
        return lanes.run(
                TELL,
                List.of(keys.waiting(), keys.ages(), keys.task(id), hers),
                id,
                json,
                weight.toPlainString(),
                LIFETIME.toMillis());
    }

    private Uni<List<String>> tasks(DeskKeys keys, List<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var request = Request.cmd(Command.MGET);
        ids.forEach(id -> request.arg(keys.task(id)));
        return lanes.send(request).map(RedisDeskInbox::texts);
    }

    /** What is there of an array, in order. */
    private static List<String> texts(@Nullable Response array) {
        return array == null
                ? List.of()
                : StreamSupport.stream(array.spliterator(), false)
                        .filter(each -> each != null)
                        .map(Response::toString)
                        .toList();
    }
}
