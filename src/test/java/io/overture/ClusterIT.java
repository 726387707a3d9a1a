package io.overture;

import static io.overture.Operator.explain;
import static io.overture.Operator.journalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real nodes on a real Redis Cluster, whose masters hold their visitors, their channels and their desk between them. */
class ClusterIT {

    private static final Path BOOK = Path.of("src/test/resources/books/faults.yaml");
    private static final Duration NODE_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** So many that every master holds some of them. */
    private static final int MANY = 24;

    private final List<AutoCloseable> open = new ArrayList<>();
    private RedisCluster cluster;
    private Node first;
    private Node second;

    @BeforeEach
    void start() {
        cluster = keep(RedisCluster.start(NODE_TIMEOUT));
        first = node();
        second = node();
        awaitAcquaintance(first, second);
        awaitAcquaintance(second, first);
    }

    @AfterEach
    void stop() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void an_invitation_finds_her_tab_at_the_other_node_whichever_master_holds_her() {
        var visitors = Stream.generate(this::browser).limit(MANY).toList();
        var tabs = visitors.stream().map(each -> each.open(first)).toList();

        visitors.forEach(each -> each.happens(second, Ga4.view("P-1", "precious", 9_000)));

        for (int i = 0; i < MANY; i++) {
            var id = tabs.get(i).next("invitation").path("id").asText();
            tabs.get(i).answer(id, "declined");
            assertThat(tabs.get(i).next("ack").path("id").asText()).isEqualTo(id);
            assertThat(journalOf(second, visitors.get(i), "invitation_offered")).hasSize(1);
            assertThat(journalOf(second, visitors.get(i), "invitation_closed")).hasSize(1);
        }
    }

    @Test
    void a_conversation_crosses_nodes() {
        var visitor = browser();
        try (var console = ConsoleClient.open(second, "camille")) {
            console.is("available");
            visitor.happens(first, Ga4.named("page_view"));
            var page = visitor.open(first);

            page.send(BrowserTab.frame("request").put("id", "talk-1"));
            console.next("ring");
            console.asks("claim", "talk-1");
            console.next("talk");
            page.send(BrowserTab.frame("message")
                    .put("conversation", "talk-1")
                    .put("id", "m-1")
                    .put("text", "Is it steel?"));
            var question = console.next("message");
            console.says("talk-1", "m-2", "It is gold.");

            assertThat(question.path("text").asText()).isEqualTo("Is it steel?");
            var answer = page.until(each -> from(each, "advisor"));
            assertThat(answer.path("text").asText()).isEqualTo("It is gold.");
        }
    }

    @Test
    void an_alarm_outlives_its_master_and_the_node_that_set_it() {
        var setter = node();
        var visitor = browser();
        awaitAcquaintance(first, setter);
        var tab = visitor.open(first);
        visitor.happens(setter, Ga4.addToCart("W-1", "watches", 9_000));
        var key = "{" + visitor.handle().substring(0, 2) + "}";
        cluster.awaitReplica(key);

        setter.kill();
        cluster.masterOf(key).kill();

        assertThat(tab.next("invitation", PATIENCE).path("trigger").asText()).isEqualTo("quiet");
        assertThat(journalOf(first, visitor, "invitation_offered")).hasSize(1);
    }

    private static boolean from(JsonNode frame, String who) {
        return frame.path("type").asText().equals("message")
                && frame.path("from").asText().equals(who);
    }

    /** Nodes learn of each other when they renew their leases: until then a tab over there does not count. */
    private void awaitAcquaintance(Node holder, Node by) {
        var probe = browser();
        probe.open(holder);
        probe.happens(by, Ga4.named("page_view"));
        await().atMost(PATIENCE)
                .until(() -> explain(by, probe).path("reachable").asBoolean());
    }

    private Node node() {
        var environment = new HashMap<>(cluster.environment());
        environment.put("OVERTURE_BOOK", BOOK.toAbsolutePath().toString());
        return keep(Node.start(environment));
    }

    private BrowserClient browser() {
        return keep(new BrowserClient());
    }

    private <T extends AutoCloseable> T keep(T each) {
        open.add(each);
        return each;
    }
}
