package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.client.Profile;
import io.overture.engine.TestBook;
import io.overture.roster.Desks;
import io.overture.roster.Seat;
import io.overture.store.EmptyRedis;
import io.overture.visitor.Due;
import io.overture.visitor.Notice;
import io.overture.visitor.VisitorKey;
import io.vertx.redis.client.Command;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MirrorTest {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final Desks HOUSE = new Desks(List.of(
            desk("paris", Map.of(), advisor("camille", 1, "fr")), desk("london", Map.of(), advisor("james", 1, "en"))));
    private static final Seat CAMILLE = HOUSE.advisor("camille").orElseThrow();
    private static final Seat JAMES = HOUSE.advisor("james").orElseThrow();

    private static final Map<VisitorKey, String> NAMES = new ConcurrentHashMap<>();

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final AtomicReference<Instant> now = new AtomicReference<>(AT);
    private final Map<String, Profile> profiles = new ConcurrentHashMap<>();
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private final List<Mirror> listening = new CopyOnWriteArrayList<>();
    private final HereStore store = new HereStore(REDIS.lanes(), new OwnAdvisors(profiles, new ArrayList<>()));
    private final Mirror here = mirror("node-1");
    private final Mirror there = mirror("node-2");

    @BeforeEach
    void empty() {
        listening.addAll(List.of(here, there));
    }

    @Test
    void what_one_node_is_told_another_shows_the_heaviest_first() {
        notice("light", "en", 100, 1);
        notice("heavy", "en", 5_000, 1);

        awaitSees(there, JAMES, "heavy", "light");
        assertThat(there.view(JAMES, 1).here())
                .singleElement()
                .satisfies(first -> assertThat(first.notice().weight()).isEqualByComparingTo("5000"));
    }

    @Test
    void an_advisor_sees_whom_she_may_serve_and_her_own_clients() {
        profiles.put("c-1", OwnAdvisors.ownedBy("camille"));
        notice("english", "en", 100, 1);
        notice("french", "fr", 200, 1);
        note("hers", new Notice("t", null, null, "en", "c-1", "vic", BigDecimal.TEN, AT), 1);

        awaitSees(here, CAMILLE, "french", "hers");
        awaitSees(here, JAMES, "english", "hers");
    }

    @Test
    void a_word_that_comes_late_changes_nothing() {
        notice("she", "en", 100, 5);
        note("she", null, 9);

        notice("she", "en", 300, 7);

        here.doubtAll();
        awaitSees(here, JAMES);
    }

    @Test
    void words_that_were_lost_are_made_good_within_fifteen_seconds() {
        notice("first", "en", 100, 1);
        awaitSees(there, JAMES, "first");
        listening.remove(there);
        notice("second", "en", 50, 1);
        note("first", null, 2);
        awaitSees(here, JAMES, "second");
        there.tick();
        assertThat(names(there.view(JAMES, 10))).containsExactly("first");

        now.set(AT.plus(Mirror.AGAIN));

        awaitSees(there, JAMES, "second");
    }

    @Test
    void after_a_silence_all_is_read_again() {
        awaitSees(there, JAMES);
        listening.remove(there);
        notice("she", "en", 100, 1);

        there.doubtAll();

        awaitSees(there, JAMES, "she");
    }

    @Test
    void listeners_are_told_of_what_differs_and_versions_tell_views_apart() {
        var heard = new AtomicInteger();
        awaitSees(here, JAMES);
        here.onChange(heard::incrementAndGet);
        var before = here.view(JAMES, 10).version();

        notice("she", "en", 100, 1);

        awaitSees(here, JAMES, "she");
        await().atMost(Evening.PATIENCE).until(() -> heard.get() > 0);
        assertThat(here.view(JAMES, 10).version()).isNotEqualTo(before);
    }

    @Test
    void who_waits_for_an_advisor_is_marked() {
        notice("she", "en", 100, 1);
        ask(REDIS.lanes(), Command.HSET, "ov:{desk}:waiting", key("she").member(), "talk-1");

        here.changed(key("she"));

        await().atMost(Evening.PATIENCE).until(() -> {
            here.tick();
            return here.view(JAMES, 10).here().stream().anyMatch(each -> each.talk() == Here.Talk.WAITING);
        });
    }

    @Test
    void whom_an_advisor_attends_is_marked() {
        notice("she", "en", 100, 1);
        notice("another", "en", 100, 1);
        ask(
                REDIS.lanes(),
                Command.HSET,
                "ov:{desk}:call:talk-1",
                "about",
                key("she").member());
        ask(REDIS.lanes(), Command.HSET, "ov:{desk}:talks", "talk-1", "camille");

        here.changed(key("she"));

        await().atMost(Evening.PATIENCE).until(() -> {
            here.tick();
            return here.view(JAMES, 10).here().stream()
                    .filter(each -> each.talk() == Here.Talk.ATTENDED)
                    .map(Here::who)
                    .toList()
                    .equals(List.of(key("she")));
        });
    }

    private void notice(String name, String language, int weight, int second) {
        note(name, new Notice("t", null, null, language, null, "unknown", BigDecimal.valueOf(weight), AT), second);
    }

    private void note(String name, @Nullable Notice notice, int second) {
        if (get(store.note(key(name), new Due.Noticed("noticed", notice, AT.plus(Duration.ofSeconds(second)))))) {
            here.changed(key(name));
        }
    }

    private void awaitSees(Mirror mirror, Seat seat, String... names) {
        await().atMost(Evening.PATIENCE).until(() -> {
            here.tick();
            there.tick();
            return names(mirror.view(seat, 10)).equals(List.of(names));
        });
    }

    private static List<String> names(Boutique.View view) {
        return view.here().stream().map(each -> NAMES.get(each.who())).toList();
    }

    private static VisitorKey key(String name) {
        var key = VisitorKey.of("demo", name + "-0123456789-0123456789");
        NAMES.put(key, name);
        return key;
    }

    private Mirror mirror(String node) {
        InstantSource clock = now::get;
        return new Mirror(
                node,
                store,
                () -> HOUSE,
                new Reasons(() -> TestBook.book().done()),
                word -> listening.forEach(each -> each.heard(word)),
                clock);
    }
}
