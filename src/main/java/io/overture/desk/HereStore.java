package io.overture.desk;

import io.overture.client.Clients;
import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.overture.visitor.Due;
import io.overture.visitor.Notice;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is in the boutique, in Redis: for all nodes, and for those that missed a word. */
final class HereStore {

    /** Of so many at most; the lightest go first. */
    static final int MOST = 10_000;

    /** Longer than any session without a sign of life: whoever is forgotten by an accident goes by herself. */
    private static final Duration LIFETIME = Duration.ofHours(1);

    private static final Script HERE = Script.named("desk-here");
    private static final List<String> KEYS =
            List.of(DeskKeys.HERE, DeskKeys.NOTICES, DeskKeys.ENDS, DeskKeys.WAITING, DeskKeys.TALKS);

    /** @param own her own advisor */
    record Known(VisitorKey who, Notice notice, @Nullable String own, Here.Talk talk) {}

    private final Lanes lanes;
    private final Clients clients;

    HereStore(Lanes lanes, Clients clients) {
        this.lanes = lanes;
        this.clients = clients;
    }

    /** Whether it is news. */
    Uni<Boolean> note(VisitorKey about, Due.Noticed noticed) {
        var notice = noticed.notice();
        if (notice == null) {
            return note(about, noticed, "", "0");
        }
        return own(notice.client())
                .chain(own -> note(
                        about,
                        noticed,
                        RequestJson.of(notice, own.orElse(null)),
                        notice.weight().toPlainString()));
    }

    Uni<Void> forget(VisitorKey about) {
        return lanes.run(HERE, KEYS, "forget", about.member()).replaceWithVoid();
    }

    Uni<List<Known>> all() {
        return lanes.run(HERE, KEYS, "all", DeskKeys.call(""), MOST).map(HereStore::known);
    }

    /** Those of them who are here. */
    Uni<List<Known>> some(Collection<VisitorKey> visitors) {
        var args = new ArrayList<Object>();
        args.add("some");
        args.add(DeskKeys.call(""));
        visitors.forEach(each -> args.add(each.member()));
        return lanes.run(HERE, KEYS, args.toArray()).map(HereStore::known);
    }

    private Uni<Boolean> note(VisitorKey about, Due.Noticed noticed, String json, String weight) {
        var keys = new ArrayList<>(KEYS);
        keys.add(DeskKeys.gone(about.member()));
        return lanes.run(
                        HERE,
                        keys,
                        "note",
                        about.member(),
                        noticed.at().toEpochMilli(),
                        json,
                        weight,
                        LIFETIME.toMillis(),
                        MOST)
                .map(answer -> answer != null && answer.toString().equals("1"));
    }

    private Uni<Optional<String>> own(@Nullable String client) {
        return client == null
                ? Uni.createFrom().item(Optional.empty())
                : clients.find(client)
                        .map(found -> found.map(record -> record.profile().advisor()));
    }

    private static List<Known> known(@Nullable Response answer) {
        var texts = Replies.texts(answer);
        var all = new ArrayList<Known>(texts.size() / 3);
        for (int i = 0; i + 2 < texts.size(); i += 3) {
            var node = RequestJson.tree(texts.get(i + 1));
            all.add(new Known(
                    VisitorKey.ofMember(texts.get(i)),
                    RequestJson.notice(node),
                    RequestJson.text(node, "own"),
                    talk(texts.get(i + 2))));
        }
        return all;
    }

    private static Here.Talk talk(String word) {
        return switch (word) {
            case "attended" -> Here.Talk.ATTENDED;
            case "waiting" -> Here.Talk.WAITING;
            default -> Here.Talk.NONE;
        };
    }
}
