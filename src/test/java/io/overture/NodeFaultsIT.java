package io.overture;

import static io.overture.Operator.explain;
import static io.overture.Operator.isSettled;
import static io.overture.Operator.journalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.redis.Tunnel;
import io.overture.store.Stores;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Nodes that die, stand still or leave, and the one that goes on: whatever was decided is still there, once. */
@TestInstance(Lifecycle.PER_CLASS)
class NodeFaultsIT {

    private static final Path BOOK = Path.of("src/test/resources/books/faults.yaml");
    private static final Duration IDLE = Duration.ofSeconds(3);
    private static final Duration CAUGHT_WITHIN = Duration.ofSeconds(2);
    private static final int MANY = 24;

    private RedisServer redis;
    private Node survivor;
    private final List<AutoCloseable> open = new ArrayList<>();
    private BrowserClient browser;

    @BeforeAll
    void start() {
        redis = RedisServer.start();
        survivor = Node.start(redis, environment());
    }

    @AfterAll
    void stop() {
        survivor.close();
        redis.close();
    }

    @BeforeEach
    void begin() {
        browser = browser();
    }

    @AfterEach
    void end() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
        open.clear();
    }

    @Test
    void the_node_that_holds_her_socket_stands_still_and_is_killed() {
        var holder = node();
        awaitAcquaintance(holder, survivor);
        var lost = browser.open(holder);
        holder.freeze();
        browser.happens(survivor, Ga4.view("P-1", "precious", 9_000));
        var offered = offered(browser).getFirst().path("id").asText();
        holder.kill();
        assertThat(lost.closeCode()).isEqualTo(BrowserTab.BROKEN);

        var tab = browser.open(survivor);

        assertThat(tab.next("invitation").path("id").asText()).isEqualTo(offered);
        assertThat(lost.all("invitation")).isEmpty();
        assertThatSheCanAccept(tab, offered);
    }

    @Test
    void the_node_that_decided_is_killed_after_the_commit_and_before_the_push() throws IOException {
        var tunnel = keep(new Tunnel(redis.port()));
        var decider = keep(Node.start(tunnel.url(), environment()));
        awaitAcquaintance(survivor, decider);
        var tab = browser.open(survivor);
        browser.happens(decider, Ga4.named("page_view"));
        var beacon = browser.beacon(Ga4.view("P-1", "precious", 9_000));
        tunnel.silent(true);
        CompletableFuture.runAsync(() -> browser.post(decider, beacon));
        var offered = offered(browser).getFirst().path("id").asText();
        assertThat(tab.all("invitation")).isEmpty();

        decider.kill();

        // Nothing else happens to her: the alarm that the dead node set brings the card.
        assertThat(tab.next("invitation").path("id").asText()).isEqualTo(offered);
        assertThat(browser.post(survivor, beacon).statusCode()).isEqualTo(204);
        assertThat(journalOf(survivor, browser, "beacon")).hasSize(2);
        assertThatSheCanAccept(tab, offered);
    }

    @Test
    void the_node_that_took_her_yes_is_killed_before_it_could_say_so() throws IOException {
        var tunnel = keep(new Tunnel(redis.port()));
        var taker = keep(Node.start(tunnel.url(), environment()));
        var lost = browser.open(taker);
        browser.happens(taker, Ga4.view("P-1", "precious", 9_000));
        var id = lost.next("invitation").path("id").asText();
        // Nothing else is under way whose answer her yes would wait behind.
        await().atMost(BrowserTab.PATIENCE).until(() -> isSettled(survivor, browser));
        tunnel.silent(true);
        lost.answer(id, "accepted");
        await().atMost(BrowserTab.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !journalOf(survivor, browser, "invitation_closed").isEmpty());
        assertThat(lost.all("ack")).isEmpty();
        taker.kill();

        var tab = browser.open(survivor);

        assertThat(tab.next("conversation").path("id").asText()).isEqualTo(id);
        tab.answer(id, "accepted");
        tab.next("withdraw");
        // Whatever the page made of the withdrawal, it ends with the conversation.
        assertThat(tab.next("conversation").path("state").asText()).isEqualTo("waiting");
        assertThat(tab.all("invitation")).isEmpty();
        assertThat(journalOf(survivor, browser, "invitation_closed")).hasSize(1);
        await().atMost(BrowserTab.PATIENCE).until(() -> waitsAtTheDesk(id));
    }

    @Test
    void a_node_is_killed_with_alarms_pending() {
        var setter = node();
        awaitAcquaintance(survivor, setter);
        var quiet = Stream.generate(this::browser).limit(MANY).toList();
        var tabs = quiet.stream().collect(Collectors.toMap(each -> each, each -> each.open(survivor)));
        quiet.forEach(each -> each.happens(setter, Ga4.addToCart("W-1", "watches", 9_000)));

        setter.kill();

        long killed = System.currentTimeMillis();
        for (var each : quiet) {
            tabs.get(each).next("invitation");
            long due = at(journalOf(survivor, each, "beacon").getLast().at("/events/0")) + IDLE.toMillis();
            long offered = at(offered(each).getFirst());
            assertThat(killed).isLessThan(due);
            assertThat(offered).isBetween(due, due + CAUGHT_WITHIN.toMillis());
        }
    }

    @Test
    void two_tabs_at_two_nodes_and_one_answer() {
        var other = node();
        awaitAcquaintance(other, survivor);
        awaitAcquaintance(survivor, other);
        var here = browser.open(survivor);
        var there = browser.open(other);
        browser.happens(survivor, Ga4.view("P-1", "precious", 9_000));
        var id = here.next("invitation").path("id").asText();
        assertThat(there.next("invitation").path("id").asText()).isEqualTo(id);

        there.answer(id, "declined");

        var withdrawn = here.next("withdraw", Duration.ofSeconds(1));
        assertThat(withdrawn.path("id").asText()).isEqualTo(id);
        assertThat(withdrawn.path("reason").asText()).isEqualTo("answered_elsewhere");
        assertThat(there.next("ack").path("id").asText()).isEqualTo(id);
        assertThat(there.all("withdraw")).isEmpty();
    }

    @Test
    void a_node_that_is_asked_to_leave_sends_her_elsewhere() {
        var leaving = keep(Node.start(redis, environment(Map.of("QUARKUS_SHUTDOWN_DELAY", "2S"))));
        var tab = browser.open(leaving);
        browser.happens(leaving, Ga4.view("P-1", "precious", 9_000));
        var id = tab.next("invitation").path("id").asText();

        leaving.askToLeave();

        assertThat(tab.next("go_away").path("reconnectAfter").longValue()).isBetween(0L, 2_000L);
        assertThat(leaving.ready()).isFalse();
        assertThat(tab.closeCode()).isEqualTo(1012);
        assertThat(leaving.exitCode()).isZero();
        var elsewhere = browser.open(survivor);
        assertThat(elsewhere.next("invitation").path("id").asText()).isEqualTo(id);
        assertThatSheCanAccept(elsewhere, id);
    }

    /** One card, whatever was sent how often; her answer counts once. */
    private void assertThatSheCanAccept(BrowserTab tab, String id) {
        tab.answer(id, "accepted");
        assertThat(tab.next("ack").path("id").asText()).isEqualTo(id);
        var conversation = tab.next("conversation");
        assertThat(conversation.path("id").asText()).isEqualTo(id);
        assertThat(conversation.path("state").asText()).isEqualTo("waiting");
        assertThat(Set.copyOf(tab.all("invitation").stream()
                        .map(card -> card.path("id").asText())
                        .toList()))
                .containsExactly(id);
        assertThat(offered(browser)).hasSize(1);
        assertThat(journalOf(survivor, browser, "invitation_closed"))
                .singleElement()
                .satisfies(closed -> assertThat(closed.path("outcome").asText()).isEqualTo("accepted"));
    }

    private List<JsonNode> offered(BrowserClient to) {
        return await().atMost(BrowserTab.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> journalOf(survivor, to, "invitation_offered"), found -> !found.isEmpty());
    }

    /** Nodes learn of each other when they renew their leases: until then a tab over there does not count. */
    private void awaitAcquaintance(Node holder, Node by) {
        var probe = browser();
        probe.open(holder);
        probe.happens(by, Ga4.named("page_view"));
        await().atMost(BrowserTab.PATIENCE)
                .until(() -> explain(by, probe).path("reachable").asBoolean());
    }

    private boolean waitsAtTheDesk(String id) throws Exception {
        try (var stores = new Stores()) {
            return Stores.ask(stores.lanes(redis.url()), Command.HGET, "ov:{desk}:call:" + id, "request") != null;
        }
    }

    private static long at(JsonNode record) {
        return record.path("at").longValue();
    }

    private Node node() {
        return keep(Node.start(redis, environment()));
    }

    private BrowserClient browser() {
        return keep(new BrowserClient());
    }

    private <T extends AutoCloseable> T keep(T each) {
        open.add(each);
        return each;
    }

    private static Map<String, String> environment() {
        return environment(Map.of());
    }

    private static Map<String, String> environment(Map<String, String> more) {
        var all = new HashMap<>(Map.of("OVERTURE_BOOK", BOOK.toAbsolutePath().toString()));
        all.putAll(more);
        return all;
    }
}
