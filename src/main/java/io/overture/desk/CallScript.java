package io.overture.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.client.ClientRecord;
import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.overture.roster.Seat;
import io.overture.visitor.Due;
import io.overture.visitor.Request;
import io.overture.visitor.Stage;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks {@code desk-call.lua}, with what it stands on; its header says what each verb wants and answers. */
final class CallScript {

    private static final Script CALL = Script.named("desk-rings", "desk-call");

    /** How long what was under way when somebody was forgotten is kept out. */
    static final Duration MARK = Duration.ofMinutes(10);

    /** It rings at an advisor now. */
    record Rung(String conversation, String advisor) {}

    /**
     * What became of a word.
     *
     * @param isNews whether it counts; if not, something newer is known, and nothing is to be done
     * @param left the advisor who attends no longer; null if nobody did
     * @param unrung at whom it no longer rings
     * @param rung what rings now: itself, and others whose turn came with what rings no longer
     * @param heldBy the budget for which a stranger's call has to wait from now on, {@code address} or {@code desk}; null
     *     if for none, or told already
     */
    record Outcome(
            boolean isNews,
            @Nullable String left,
            List<String> unrung,
            List<Rung> rung,
            @Nullable String heldBy) {

        private static final Outcome NO_NEWS = new Outcome(false, null, List.of(), List.of(), null);

        /** What is left to tell others. */
        Outcome without(String advisor) {
            return new Outcome(
                    isNews,
                    left,
                    unrung.stream().filter(each -> !each.equals(advisor)).toList(),
                    rung,
                    heldBy);
        }

        static Outcome of(@Nullable Response response) {
            if (response == null || response.size() == 1) {
                return NO_NEWS;
            }
            return new Outcome(
                    true,
                    Replies.orNull(response.get(1).toString()),
                    Replies.texts(response.get(2)),
                    rings(Replies.texts(response.get(3))),
                    response.size() > 4 ? Replies.orNull(response.get(4).toString()) : null);
        }
    }

    /** A conversation that is forgotten. */
    record Forgotten(String conversation, @Nullable String attendedBy, List<String> unrung) {}

    /**
     * What is forgotten of a visitor.
     *
     * @param rung what rings now, where it does no longer
     */
    record Forgetting(List<Forgotten> conversations, List<Rung> rung) {}

    private final Lanes lanes;
    private final Duration retention;
    private final DeskLimitsConfig limits;
    private final InstantSource clock;

    CallScript(Lanes lanes, Duration retention, DeskLimitsConfig limits, InstantSource clock) {
        this.lanes = lanes;
        this.retention = retention;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param rung at whom it should ring: at once, or for a stranger's first call when it is its turn
     * @param places where it comes from, as in {@link io.overture.visitor.Tab#places}
     */
    Uni<Outcome> want(VisitorKey about, Due.Wanted wanted, String tier, List<Seat> rung, List<String> places) {
        var waiting = wanted.waiting();
        var ask = ask(about, waiting.rungAt())
                .put("turn", wanted.turn())
                .put("round", waiting.round())
                .put("since", waiting.since().toEpochMilli())
                .put("to", waiting.to())
                .put("from", waiting.from());
        request(ask, wanted.request(), wanted.client(), tier);
        var whom = ask.putArray("rung");
        rung.forEach(seat -> whom.add(seat.advisor().id()));
        if (wanted.isStrangersFirst()) {
            ask.put("weight", BigDecimal.valueOf(Rank.ofCall(wanted.request())).toPlainString());
            var capacities = ask.putArray("capacities");
            rung.forEach(seat -> capacities.add(seat.advisor().capacity()));
            var desks = ask.putArray("desks");
            rung.forEach(seat -> desks.add(seat.desk().id()));
            var from = ask.putArray("places");
            places.forEach(from::add);
        }
        return run("want", wanted.conversation(), ask).map(Outcome::of);
    }

    Uni<Outcome> take(VisitorKey about, Due.Taken taken) {
        var ask = ask(about, taken.at())
                .put("turn", taken.turn())
                .put("advisor", taken.advisor().id());
        return run("take", taken.conversation(), ask).map(Outcome::of);
    }

    Uni<Outcome> end(VisitorKey about, Due.Finished finished, String tier) {
        var ask = ask(about, finished.at()).put("final", finished.ending() != Stage.Ending.UNMET);
        request(ask, finished.request(), finished.client(), tier);
        ask.put("effort", RequestJson.of(finished.effort()));
        return run("end", finished.conversation(), ask).map(Outcome::of);
    }

    /** Something elsewhere has this turn of it. */
    Uni<Outcome> hand(VisitorKey about, String conversation, int turn) {
        var ask = JsonNodeFactory.instance
                .objectNode()
                .put("about", about.member())
                .put("turn", turn)
                .put("retention", retention.toMillis());
        return run("hand", conversation, ask).map(Outcome::of);
    }

    /** Who attends it now. */
    Uni<Optional<String>> attendant(String conversation) {
        return lanes.send(io.vertx.redis.client.Request.cmd(Command.HGET)
                        .arg(DeskKeys.TALKS)
                        .arg(conversation))
                .map(advisor -> Optional.ofNullable(advisor).map(Response::toString));
    }

    /** The advisor who holds the slot of the invitation it came from. */
    Uni<Optional<String>> holder(String offer) {
        return lanes.send(io.vertx.redis.client.Request.cmd(Command.HGET)
                        .arg(DeskKeys.hold(offer))
                        .arg("advisor"))
                .map(holder -> Optional.ofNullable(holder).map(Response::toString));
    }

    Uni<Forgetting> forget(VisitorKey about) {
        var ask = JsonNodeFactory.instance
                .objectNode()
                .put("mark", MARK.toMillis())
                .put("retention", retention.toMillis());
        return run("forget", about.member(), ask)
                .map(answer -> answer == null
                        ? new Forgetting(List.of(), List.of())
                        : new Forgetting(forgotten(answer.get(0)), rings(Replies.texts(answer.get(1)))));
    }

    /**
     * What waited for a budget rings where it may.
     *
     * @param advisors those who are there
     * @param pause since any node last looked; shorter: nothing happens
     */
    Uni<Outcome> turn(List<String> advisors, Duration pause) {
        var ask = JsonNodeFactory.instance
                .objectNode()
                .put("name", UUID.randomUUID().toString())
                .put("pause", pause.toMillis())
                .put("retention", retention.toMillis());
        var there = ask.putArray("advisors");
        advisors.forEach(there::add);
        return run("turn", "", ask).map(Outcome::of);
    }

    /** She does not wish to be known at this browser any more: nothing says of its conversations that they are with her. */
    Uni<Void> part(VisitorKey about, String client) {
        var ask = JsonNodeFactory.instance.objectNode().put("whose", ClientRecord.digest(client));
        return run("part", about.member(), ask).replaceWithVoid();
    }

    /** A client's conversations that are over go, at whichever browser; answers how many. */
    Uni<Integer> erase(String client) {
        return run("erase", ClientRecord.digest(client), JsonNodeFactory.instance.objectNode())
                .map(gone -> Integer.parseInt(Replies.texts(gone).getFirst()));
    }

    /** Its fields, {@code rung} among them; nothing when nobody knows it. */
    Uni<Found> find(String conversation) {
        return run("find", conversation, JsonNodeFactory.instance.objectNode())
                .map(answer -> answer == null
                        ? new Found(Map.of(), List.of())
                        : new Found(Replies.fields(answer.get(0)), Replies.texts(answer.get(1))));
    }

    record Found(Map<String, String> fields, List<String> rung) {}

    private ObjectNode ask(VisitorKey about, Instant at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("about", about.member())
                .put("at", at.toEpochMilli())
                .put("retention", retention.toMillis());
    }

    private static void request(ObjectNode ask, Request request, @Nullable String client, String tier) {
        ask.put("request", RequestJson.of(request))
                .put("client", client)
                .put("whose", client == null ? null : ClientRecord.digest(client))
                .put("tier", tier);
    }

    private Uni<@Nullable Response> run(String verb, String id, ObjectNode ask) {
        // What is not there and what is null would be different things to Lua.
        ask.properties().removeIf(each -> each.getValue().isNull());
        return lanes.run(
                CALL,
                List.of(DeskKeys.TALKS, DeskKeys.WAITING),
                DeskKeys.PREFIX,
                verb,
                id,
                ask.toString(),
                clock.millis(),
                limits.ringsPerDesk(),
                limits.ringsPerAddress(),
                limits.ringsPerAddress() * Places.PER_PROVIDER);
    }

    private static List<Rung> rings(List<String> texts) {
        return IntStream.iterate(0, i -> i < texts.size(), i -> i + 2)
                .mapToObj(i -> new Rung(texts.get(i), texts.get(i + 1)))
                .toList();
    }

    private static List<Forgotten> forgotten(@Nullable Response answer) {
        var texts = Replies.texts(answer);
        var all = new ArrayList<Forgotten>();
        for (int i = 0; i + 2 < texts.size(); ) {
            int rung = Integer.parseInt(texts.get(i + 2));
            int next = i + 3 + rung;
            all.add(new Forgotten(texts.get(i), Replies.orNull(texts.get(i + 1)), texts.subList(i + 3, next)));
            i = next;
        }
        return List.copyOf(all);
    }
}
