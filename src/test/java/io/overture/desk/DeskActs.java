package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.store.Stores.get;

import io.overture.offer.Wish;
import io.overture.redis.Lanes;
import io.overture.release.Act;
import io.overture.roster.Desks;
import io.overture.roster.Seat;
import io.overture.visitor.Attendant;
import io.overture.visitor.Due;
import io.overture.visitor.Effort;
import io.overture.visitor.Message;
import io.overture.visitor.Notice;
import io.overture.visitor.Request;
import io.overture.visitor.Stage;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An evening at the desk in Redis: who is there, who is called, slots, calls, transcripts, tasks, promises. */
public final class DeskActs {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final InstantSource CLOCK = InstantSource.fixed(AT);
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));
    private static final VisitorKey STRANGER = VisitorKey.of("demo", "w".repeat(22));
    private static final Desks HOUSE =
            new Desks(List.of(desk("paris", Map.of(), advisor("camille", 2, "en", "fr"), advisor("kenji", 1, "en"))));
    private static final Request REQUEST =
            new Request("dwell", "W-100", "Méridienne", List.of("chat", "call"), "en", new BigDecimal("6250.5"));
    private static final DeskLimitsConfig LIMITS = new Evening.Limits(2000, 20);
    private static final List<String> PLACES = List.of("a:192.0.2.1");
    private static final Task.Owner CAMILLE = Task.Owner.advisor("camille");

    private DeskActs() {}

    public static List<Act> all() {
        var acts = new ArrayList<Act>();
        acts.addAll(presence());
        acts.addAll(slots());
        acts.addAll(calls());
        acts.addAll(WatchActs.all(AT));
        acts.addAll(endings());
        acts.addAll(tasks());
        acts.addAll(hooks());
        acts.addAll(SlotActs.all(AT));
        return acts;
    }

    private static List<Act> presence() {
        return List.of(
                at("camille opens her console", slots -> slots.presence().here("camille", "node-1/one")),
                at("camille is available", slots -> slots.presence().set("camille", Standing.State.AVAILABLE)),
                at("kenji opens his console", slots -> slots.presence().here("kenji", "node-2/two")),
                at("kenji is available", slots -> slots.presence().set("kenji", Standing.State.AVAILABLE)),
                at("where camille's consoles are", slots -> slots.presence().tabs("camille")),
                at("who is there", slots -> slots.presence().read()));
    }

    private static List<Act> slots() {
        return List.of(
                at("a slot is held", slots -> slots.hold(wish("i-1", SHE, "c-1"))),
                at("another is held", slots -> slots.hold(wish("i-2", STRANGER, null))),
                at("held again it is the same slot", slots -> slots.hold(wish("i-1", SHE, "c-1"))),
                at("a slot is kept", slots -> slots.keep("i-1", AT.plusSeconds(120))),
                at("another is given back", slots -> slots.release("i-2")),
                at("a held slot becomes a conversation", slots -> slots.convert("i-1", "i-1", "camille", "vic")),
                at("how busy everybody is", slots -> slots.presence().read()),
                at("the conversation with that slot is over", slots -> slots.finish("i-1")),
                at("kenji closes his console", slots -> slots.presence().left("kenji", "node-2/two")),
                at("who is there in the end", slots -> slots.presence().read()));
    }

    private static List<Act> calls() {
        var said = new Message("m-1", 1, Message.Author.VISITOR, null, "Bonjour ✓", AT.plusSeconds(30));
        var answered = new Message("m-2", 2, Message.Author.ADVISOR, "camille", "Bonsoir", AT.plusSeconds(40));
        var notice = new Notice("dwell", "W-100", "Méridienne", "en", null, "vic", new BigDecimal("6250.5"), AT);
        return List.of(
                act("she is noticed in the boutique", lanes -> here(lanes).note(SHE, new Due.Noticed("n", notice, AT))),
                act("who is in the boutique", lanes -> here(lanes).all()),
                act(
                        "it rings at camille",
                        lanes -> script(lanes).want(SHE, wanted("c-1", "client-1"), "vic", List.of(seat()), PLACES)),
                act(
                        "told twice it rings once",
                        lanes -> script(lanes).want(SHE, wanted("c-1", "client-1"), "vic", List.of(seat()), PLACES)),
                act("what rings at camille", lanes -> board(lanes).ringing("camille")),
                act("she waits in the boutique", lanes -> here(lanes).some(List.of(SHE))),
                act("camille takes it", lanes -> script(lanes).take(SHE, taken())),
                act("it is known", lanes -> script(lanes).find("c-1")),
                act("who attends it", lanes -> script(lanes).attendant("c-1")),
                act("what camille attends", lanes -> board(lanes).attendedBy("camille")),
                act("she writes", lanes -> transcripts(lanes).say(SHE, new Due.Said("s-1", "c-1", said))),
                act("camille writes", lanes -> transcripts(lanes).say(SHE, new Due.Said("s-2", "c-1", answered))),
                act("camille leaves a note", lanes -> transcripts(lanes).note("c-1", "camille", "Likes blue")),
                act(
                        "the transcript",
                        lanes -> transcripts(lanes).since("c-1", null, 0).map(Transcript::lines)));
    }

    private static List<Act> endings() {
        return List.of(
                act("it is over", lanes -> script(lanes).end(SHE, finished("c-1", "client-1"), "vic")),
                act("a late word changes nothing", lanes -> script(lanes).take(SHE, taken())),
                act("it is still known", lanes -> script(lanes).find("c-1")),
                act("she parts with her name", lanes -> script(lanes).part(SHE, "client-1")),
                act("she leaves the boutique", lanes -> here(lanes).forget(SHE)),
                act("nobody is in the boutique", lanes -> here(lanes).all()),
                act("she is forgotten", lanes -> script(lanes).forget(SHE)),
                act("nobody knows it any more", lanes -> script(lanes).find("c-1")),
                act(
                        "another rings at camille",
                        lanes -> script(lanes)
                                .want(STRANGER, wanted("c-2", "client-2"), "vic", List.of(seat()), PLACES)),
                act("the house's own tool has it", lanes -> script(lanes).hand(STRANGER, "c-2", 1)),
                act("nothing else waits to ring", lanes -> script(lanes).turn(List.of("camille"), Duration.ZERO)),
                act("that one is over, too", lanes -> script(lanes).end(STRANGER, finished("c-2", "client-2"), "vic")),
                act("its client is erased", lanes -> script(lanes).erase("client-2")));
    }

    private static List<Act> tasks() {
        var promised = new Due.Promised(
                "promised:r-1", "call", REQUEST, "+33 1", "tomorrow", "in the evening", null, null, AT);
        return List.of(
                act("a task is put on a list", lanes -> tasks(lanes).add(task("t-1", "22500.5", "client-1", false))),
                act("a lighter one is", lanes -> tasks(lanes).add(task("t-2", "10", null, false))),
                act("told twice it is there once", lanes -> tasks(lanes).add(task("t-2", "10", null, false))),
                act("a place is taken for a promise", lanes -> places(lanes).take(STRANGER, promised, List.of())),
                act("a promise becomes a task", lanes -> tasks(lanes).add(task("t-3", "500", "client-2", true))),
                act("camille's list", lanes -> tasks(lanes).of(List.of(CAMILLE), 10)),
                act("one is done", lanes -> tasks(lanes).settle("t-1", "camille", Task.State.DONE, "Glad")),
                act("as it was done", lanes -> tasks(lanes).find("t-1")),
                act(
                        "a client's tasks are forgotten",
                        lanes -> tasks(lanes)
                                .forget("client-1")
                                .map(forgotten -> forgotten.tasks().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .toList())),
                act("camille's list in the end", lanes -> tasks(lanes).of(List.of(CAMILLE), 10)));
    }

    private static List<Act> hooks() {
        var hook = new Hook("h-1", SHE, "c-9", 1, "paris", "call", "{\"type\":\"é\"}", 0);
        return List.of(
                act("a contact centre is to be told", lanes -> hooks(lanes).add(hook, AT.plusSeconds(60))),
                act("it is told", lanes -> hooks(lanes).claim(Duration.ofSeconds(20))),
                act("it was not heard, and is told later", lanes -> hooks(lanes).again(hook, Duration.ofSeconds(30))),
                act("nobody else tells it meanwhile", lanes -> hooks(lanes).claim(Duration.ofSeconds(20))),
                act("it has been told", lanes -> hooks(lanes).settle(hook)),
                act("that is over", lanes -> hooks(lanes).isOver("h-1")));
    }

    private static HookQueue hooks(Lanes lanes) {
        return new HookQueue(lanes, CLOCK);
    }

    private static Act act(String name, Function<Lanes, Uni<?>> deed) {
        return Act.of(name, lanes -> result(deed.apply(lanes)));
    }

    /** Each at a node that has just looked who is there. */
    private static Act at(String name, Function<RedisSlots, Uni<?>> deed) {
        return Act.of(name, lanes -> {
            var slots = new RedisSlots(lanes, () -> HOUSE, CLOCK, DeskConfig.Staffing.LIVE, 4);
            get(slots.presence().read());
            return result(deed.apply(slots));
        });
    }

    static Object result(Uni<?> uni) {
        var result = get(uni.map(each -> each == null ? "done" : each));
        return result == null ? "done" : result;
    }

    private static Wish wish(String offer, VisitorKey visitor, @Nullable String client) {
        return new Wish(
                offer,
                visitor,
                "en",
                List.of("chat"),
                "watches",
                client,
                client == null ? "" : "vic",
                new BigDecimal("6250.5"),
                "dwell",
                List.of());
    }

    private static Task task(String id, String weight, @Nullable String client, boolean isPromised) {
        return new Task(
                id,
                isPromised ? Task.Kind.CALL_BACK : Task.Kind.FOLLOW_UP,
                "delivered",
                CAMILLE,
                client,
                SHE.handle().value(),
                SHE.site(),
                "W-100",
                "Asked about the strap",
                AT,
                AT.plusSeconds(60),
                new BigDecimal(weight),
                client == null ? BigDecimal.ZERO : BigDecimal.ONE,
                isPromised,
                Task.State.OPEN,
                null,
                false);
    }

    private static Due.Wanted wanted(String conversation, String client) {
        return new Due.Wanted(
                "wanted:" + conversation + ":1",
                conversation,
                1,
                new Stage.Waiting(AT, AT, 1, null, null),
                REQUEST,
                client,
                "vic");
    }

    private static Due.Finished finished(String conversation, String client) {
        return new Due.Finished(
                "finished:" + conversation,
                conversation,
                Stage.Ending.BY_ADVISOR,
                "camille",
                REQUEST,
                new Effort(Duration.ofSeconds(20), 1, 0),
                client,
                "vic",
                AT.plusSeconds(50));
    }

    private static Due.Taken taken() {
        return new Due.Taken("taken:c-1:1", "c-1", 1, attendant(), AT.plusSeconds(20));
    }

    private static Attendant attendant() {
        return new Attendant("camille", "Camille", "Advisor", null);
    }

    private static Seat seat() {
        var paris = HOUSE.all().getFirst();
        return new Seat(paris, paris.advisors().getFirst());
    }

    private static CallScript script(Lanes lanes) {
        return new CallScript(lanes, RETENTION, LIMITS, CLOCK);
    }

    private static RedisTranscripts transcripts(Lanes lanes) {
        return new RedisTranscripts(lanes, CLOCK, RETENTION);
    }

    private static RedisCalls board(Lanes lanes) {
        return new RedisCalls(
                lanes, script(lanes), transcripts(lanes), (advisor, frame) -> {}, new Discretion(() -> HOUSE));
    }

    private static HereStore here(Lanes lanes) {
        return new HereStore(lanes, new OwnAdvisors(new HashMap<>(), new ArrayList<>()));
    }

    private static RedisTasks tasks(Lanes lanes) {
        return new RedisTasks(lanes, CLOCK);
    }

    private static Places places(Lanes lanes) {
        var lists = new Lists(new OwnAdvisors(new HashMap<>(), new ArrayList<>()), () -> HOUSE, CLOCK);
        return new Places(lanes, lists, LIMITS, CLOCK);
    }
}
