package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.store.Stores.get;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.client.Browsers;
import io.overture.client.Profile;
import io.overture.engine.Effect;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.engine.TestBook;
import io.overture.flow.TestNode;
import io.overture.push.Push;
import io.overture.redis.Lanes;
import io.overture.redis.StoreUnavailable;
import io.overture.roster.Desks;
import io.overture.store.DeskInbox;
import io.overture.store.Stores;
import io.overture.trace.Followed;
import io.overture.trace.Traces;
import io.overture.visitor.Attendant;
import io.overture.visitor.Beacon;
import io.overture.visitor.Client;
import io.overture.visitor.Consent;
import io.overture.visitor.Conversation;
import io.overture.visitor.Due;
import io.overture.visitor.Tab;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One node's flow and desk on a Redis it may share with others: what consoles are told is kept to look at. */
final class Evening implements AutoCloseable {

    static final Desks HOUSE = new Desks(List.of(desk(
            "paris",
            Map.of(),
            advisor("camille", 2, "en", "fr"),
            advisor("kenji", 2, "en"),
            advisor("anna", 2, "en"),
            advisor("bruno", 2, "en"))));
    static final Client HELENE = new Client("c-1", "vic", List.of(), "en");
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Tab PAGE = new Tab("node-1", "page");

    final AtomicLong ahead = new AtomicLong();
    final InstantSource clock;
    final Map<String, List<JsonNode>> told = new ConcurrentHashMap<>();
    final Map<String, Profile> profiles = new ConcurrentHashMap<>();
    final List<String> remembered = new CopyOnWriteArrayList<>();
    private final List<String> consoles = new CopyOnWriteArrayList<>();
    final List<Evening> others = new ArrayList<>();
    /** So many words are told and not known to have been. */
    final AtomicInteger losses = new AtomicInteger();

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Traces traces = Followed.all();
    final Lanes lanes;
    final RedisSlots slots;
    final RedisTasks tasks;
    final Inbox inbox;
    final TestNode node;
    volatile Desks desks;

    Evening(Stores stores, Lanes lanes, Desks desks) {
        this(stores, lanes, desks, new Limits(2000, 20));
    }

    Evening(Stores stores, Lanes lanes, Desks desks, DeskLimitsConfig limits) {
        this(stores, lanes, desks, limits, System::currentTimeMillis);
    }

    /** @param time in epoch milliseconds, beside {@link #ahead}: one that stands still passes only as a test lets it */
    Evening(Stores stores, Lanes lanes, Desks desks, DeskLimitsConfig limits, LongSupplier time) {
        clock = () -> Instant.ofEpochMilli(time.getAsLong() + ahead.get());
        this.lanes = lanes;
        this.desks = desks;
        slots = new RedisSlots(lanes, () -> this.desks, clock, DeskConfig.Staffing.LIVE, 4);
        tasks = new RedisTasks(lanes, clock);
        var clients = new OwnAdvisors(profiles, remembered);
        var facts = TestBook.book().staffed();
        var late = new Late();
        var places = new Places(lanes, new Lists(clients, () -> this.desks, clock), limits, clock);
        node = new TestNode(stores.visitors(lanes), slots, places, facts, late, 100_000, clock);
        inbox = new Inbox(
                new Inbox.House(
                        lanes,
                        () -> this.desks,
                        slots,
                        clients,
                        new Browsers(lanes, Duration.ofDays(91)),
                        tasks,
                        node.flow,
                        new Consoles(),
                        facts::book,
                        meters,
                        traces),
                new Settings(),
                limits,
                new HeldBack(meters),
                clock,
                "node-1",
                word -> others.forEach(each -> each.inbox.boutique().heard(word)));
        late.desk = inbox.told();
        slots.tell(new SlotNews(node.flow, slots::looked));
    }

    /** What may be promised. */
    record Limits(int promisesPerList, int promisesPerAddress, int ringsPerAddress, int ringsPerDesk)
            implements DeskLimitsConfig {

        Limits(int promisesPerList, int promisesPerAddress) {
            this(promisesPerList, promisesPerAddress, 30, 120);
        }

        @Override
        public int offersPerAddress() {
            return 4;
        }
    }

    /** The flow is there before the desk that it tells. */
    private final class Late implements DeskInbox {
        private volatile @Nullable DeskInbox desk;

        @Override
        public Uni<Void> tell(VisitorKey about, Due due) {
            return Objects.requireNonNull(desk).tell(about, due).invoke(() -> {
                // As if this node had died before it could say that it had told.
                if (losses.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new StoreUnavailable("lost");
                }
            });
        }

        @Override
        public void whisper(VisitorKey about, Effect.ForAdvisor effect) {
            Objects.requireNonNull(desk).whisper(about, effect);
        }
    }

    private final class Consoles implements Push {

        @Override
        public void send(Effect.ForHer effect) {}

        @Override
        public void send(List<Tab> to, List<String> frames) {
            to.forEach(tab ->
                    frames.forEach(frame -> told.computeIfAbsent(tab.socket(), socket -> new CopyOnWriteArrayList<>())
                            .add(RequestJson.tree(frame))));
        }
    }

    private static final class Settings implements DeskConfig {

        @Override
        public Staffing staffing() {
            return Staffing.LIVE;
        }

        @Override
        public Duration transcriptRetention() {
            return Duration.ofDays(30);
        }

        @Override
        public Duration webhookPatience() {
            return Duration.ofSeconds(20);
        }
    }

    /** She is available, with a console that is named as she is. */
    void comes(String advisor) {
        consoles.add(advisor);
        get(slots.presence().here(advisor, "node-1/" + advisor));
        get(slots.presence().set(advisor, Standing.State.AVAILABLE));
    }

    static Attendant attendant(String advisor) {
        return new Attendant(advisor, advisor.toUpperCase(Locale.ROOT), "Advisor", null);
    }

    VisitorKey visitor(String name) {
        return visitor(name, null);
    }

    VisitorKey visitor(String name, @Nullable Client client) {
        return visitor(name, client, PAGE);
    }

    VisitorKey visitor(String name, @Nullable Client client, Tab page) {
        var key = VisitorKey.of("demo", name + "-0123456789-0123456789");
        happens(key, new Input.Greeted(page, "s", new Beacon.Standing(new Consent(true, true), client, null)));
        return key;
    }

    void asks(VisitorKey key, String conversation) {
        happens(key, new Input.Asked(PAGE, conversation, null, null, Input.Reply.NONE));
    }

    void writes(VisitorKey key, String conversation, String id, String text) {
        happens(key, new Input.Wrote(PAGE, conversation, id, text));
    }

    Receipt claims(VisitorKey key, String conversation, String advisor) {
        return happens(key, new Input.Claimed(conversation, attendant(advisor)));
    }

    Receipt happens(VisitorKey key, Input input) {
        return get(node.flow.submit(key, input));
    }

    /** So much later, with whatever that wakes in her. */
    void later(VisitorKey key, Duration by) {
        ahead.addAndGet(by.toMillis());
        consoles.forEach(each -> get(slots.presence().here(each, "node-1/" + each)));
        happens(key, new Input.Woken());
    }

    /** Her consoles are closed, and her lease runs out. */
    void goes(String advisor) {
        consoles.remove(advisor);
    }

    Conversation conversation(VisitorKey key) {
        return get(node.flow.look(key)).map(Visitor::conversation).orElseThrow();
    }

    List<JsonNode> told(String advisor, String type) {
        return told.getOrDefault(advisor, List.of()).stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    void awaitTold(String advisor, String type, Predicate<JsonNode> which) {
        await().atMost(PATIENCE).until(() -> told(advisor, type).stream().anyMatch(which));
    }

    /** Nothing is due any more: the desk has been told everything. */
    void awaitSettled(VisitorKey key) {
        await().atMost(PATIENCE)
                .until(() -> get(node.flow.look(key))
                        .map(visitor -> visitor.due().isEmpty())
                        .orElse(true));
    }

    @Override
    public void close() {
        node.close();
        inbox.close();
    }
}
