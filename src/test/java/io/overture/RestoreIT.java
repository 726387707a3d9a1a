package io.overture;

import static io.overture.Operator.journal;
import static io.overture.Operator.journalOf;
import static io.overture.Operator.keptStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/operations.md}, "Backup and restore", step by step: a backup under traffic, the loss of that Redis with all its
 * files, the restore, and once more the erasures that came after the backup.
 */
class RestoreIT {

    private static final Path BOOK = Path.of("src/test/resources/books/faults.yaml");
    private static final String SECRET = "demo-demo-demo-demo-demo-demo-32";
    private static final String CLIENT = "ada é";
    private static final String CLIENT_PATH = "/v1/clients/ada%20%C3%A9";
    private static final int VISITORS = 8;
    private static final int ENOUGH = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicBoolean enough = new AtomicBoolean();

    @TempDir
    private Path safe;

    /** {@code taken}: numbers of the batches that were acknowledged, in order. */
    private record Page(BrowserClient browser, Queue<Long> taken) {}

    @Test
    void who_was_erased_after_the_backup_is_erased_again_and_everybody_else_is_who_they_were() throws Exception {
        var known = new BrowserClient().carries(token(CLIENT));
        var erased = new BrowserClient();
        var stays = new BrowserClient();
        var declined = new BrowserClient();
        var quiet = new BrowserClient();
        var pages = Stream.generate(BrowserClient::new)
                .limit(VISITORS)
                .map(browser -> new Page(browser, new ConcurrentLinkedQueue<>()))
                .toList();
        var confirmed = new HashMap<Page, List<Long>>();
        Path snapshot;
        try (var redis = RedisServer.durable();
                var node = Node.start(redis, environment());
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                AutoCloseable traffic = () -> enough.set(true)) {
            assertThat(Operator.ask(node, "PUT", CLIENT_PATH, "{\"name\": \"Ada\"}")
                            .statusCode())
                    .isIn(200, 201);
            Stream.of(known, erased, stays).forEach(each -> each.happens(node, Ga4.view("W-1", "watches", 3_000)));
            declines(node, declined);
            var senders = pages.stream()
                    .<Future<?>>map(page -> threads.submit(() -> send(page, node)))
                    .toList();
            awaitMore(pages);
            quiet.happens(node, Ga4.addToCart("W-1", "watches", 9_000));
            await().atMost(PATIENCE).until(() -> Operator.isSettled(node, known));

            pages.forEach(page -> confirmed.put(page, List.copyOf(page.taken())));
            snapshot = backUp(redis);
            awaitMore(pages);
            assertThat(Operator.ask(node, "DELETE", CLIENT_PATH, "").body()).contains("\"record\":1,\"browsers\":1");
            assertThat(Operator.ask(node, "DELETE", "/v1/visitors/" + erased.handle(), "")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(keptStatus(node, known)).isEqualTo(404);

            enough.set(true);
            for (var each : senders) {
                each.get();
            }
            node.stop();
        }
        // That Redis, its machine and its disk are gone; what is left is the backup, and the house's own list.
        var list = "# since the backup\nclient %s\nvisitor %s demo\n".formatted(CLIENT, erased.handle());

        try (var redis = RedisServer.on(snapshot)) {
            keepsFromNowOn(redis);
            try (var node = Node.start(redis, environment())) {
                assertThat(Operator.ask(node, "GET", CLIENT_PATH, "").statusCode())
                        .isEqualTo(200);
                assertThat(keptStatus(node, known)).isEqualTo(200);
                assertThat(keptStatus(node, erased)).isEqualTo(200);

                var said = eraseAgain(node, list);

                assertThat(said)
                        .contains("client " + CLIENT, "\"record\":1,\"browsers\":1", "visitor " + erased.handle());
                assertThat(Operator.ask(node, "GET", CLIENT_PATH, "").statusCode())
                        .isEqualTo(404);
                assertThat(keptStatus(node, known)).isEqualTo(404);
                assertThat(keptStatus(node, erased)).isEqualTo(404);
                assertThat(keptStatus(node, stays)).isEqualTo(200);
                assertThatAlarmsOfTheBackupRing(node, quiet);
                assertThatNobodyIsAskedAgain(node, declined);
                assertThatPagesGoOn(node, pages, confirmed);
                assertThat(eraseAgain(node, list)).contains("\"record\":0,\"browsers\":0", "nothing is kept");
            }
        }
        Stream.of(known, erased, stays, declined, quiet).forEach(BrowserClient::close);
        pages.forEach(page -> page.browser().close());
    }

    /** Step 1 of the procedure: a snapshot, and away with it. */
    private Path backUp(RedisServer redis) throws IOException {
        var before = Resp.once(redis.port(), "LASTSAVE");
        Resp.once(redis.port(), "BGSAVE");
        await().atMost(PATIENCE)
                .until(() -> Resp.once(redis.port(), "INFO", "persistence").contains("rdb_bgsave_in_progress:0"));
        assertThat(Resp.once(redis.port(), "INFO", "persistence")).contains("rdb_last_bgsave_status:ok");
        assertThat(Long.parseLong(Resp.once(redis.port(), "LASTSAVE"))).isGreaterThanOrEqualTo(Long.parseLong(before));
        return Files.copy(redis.home().resolve("dump.rdb"), safe.resolve("backup.rdb"));
    }

    /** It was started without an append-only file, which would have been an empty one in place of the snapshot. */
    private static void keepsFromNowOn(RedisServer redis) throws IOException {
        assertThat(Long.parseLong(Resp.once(redis.port(), "DBSIZE"))).isPositive();
        Resp.once(redis.port(), "CONFIG", "SET", "appendonly", "yes");
        await().atMost(PATIENCE).until(() -> {
            var persistence = Resp.once(redis.port(), "INFO", "persistence");
            return persistence.contains("aof_enabled:1")
                    && persistence.contains("aof_rewrite_in_progress:0")
                    && persistence.contains("aof_rewrite_scheduled:0");
        });
        assertThat(Resp.once(redis.port(), "INFO", "persistence")).contains("aof_last_bgrewrite_status:ok");
    }

    private static String eraseAgain(Node node, String list) throws Exception {
        var script = new ProcessBuilder("docker/erase-again", node.base().toString()).redirectErrorStream(true);
        script.environment()
                .put(
                        "AUTHORIZATION",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8)));
        var running = script.start();
        try (var in = running.outputWriter(StandardCharsets.UTF_8)) {
            in.write(list);
        }
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).as(said).isZero();
        return said;
    }

    private static void declines(Node node, BrowserClient browser) {
        try (var tab = browser.open(node)) {
            browser.happens(node, Ga4.view("P-1", "precious", 9_000));
            tab.answer(tab.next("invitation").path("id").asText(), "declined");
            tab.next("ack");
        }
    }

    /** Once, though the backup is older than the alarm. */
    private static void assertThatAlarmsOfTheBackupRing(Node node, BrowserClient quiet) {
        try (var tab = quiet.open(node)) {
            assertThat(tab.next("invitation", PATIENCE).path("trigger").asText())
                    .isEqualTo("quiet");
        }
        assertThat(journalOf(node, quiet, "invitation_offered")).hasSize(1);
    }

    private static void assertThatNobodyIsAskedAgain(Node node, BrowserClient declined) {
        declined.comesAgain();
        try (var tab = declined.open(node)) {
            declined.happens(node, Ga4.view("P-1", "precious", 9_000));
            await().atMost(PATIENCE).until(() -> Operator.isSettled(node, declined));
            assertThat(tab.all("invitation")).isEmpty();
        }
        assertThat(journal(node).stream()
                        .filter(record -> record.path("type").asText().equals("invitation_offered"))
                        .filter(record -> record.path("trigger").asText().equals("precious")))
                .hasSize(1);
    }

    /** What was taken before the backup is there, once and in order; what came between is lost, and pages go on after it. */
    private static void assertThatPagesGoOn(Node node, List<Page> pages, Map<Page, List<Long>> confirmed) {
        var last = new HashMap<Page, Long>();
        for (var page : pages) {
            var beacon = page.browser().beacon(Ga4.view("W-1", "watches", 3_000));
            last.put(page, beacon.path("seq").longValue());
            await().atMost(PATIENCE)
                    .until(() -> page.browser().post(node, beacon).statusCode() == 204);
        }
        var folded = new HashMap<String, List<Long>>();
        journal(node).stream()
                .filter(record -> record.path("type").asText().equals("beacon"))
                .forEach(record -> folded.computeIfAbsent(record.path("source").asText(), any -> new ArrayList<>())
                        .add(record.path("seq").longValue()));
        assertThat(pages)
                .allSatisfy(page -> assertThat(folded.get(page.browser().source()))
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .containsAll(confirmed.get(page))
                        .endsWith(last.get(page)));
    }

    private void send(Page page, Node node) {
        while (!enough.get()) {
            var beacon = page.browser().beacon(Ga4.view("W-2", "watches", 3_000));
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(PATIENCE)
                    .until(() -> page.browser().post(node, beacon).statusCode() == 204);
            page.taken().add(beacon.path("seq").longValue());
        }
    }

    /** A few of each page's. */
    private static void awaitMore(List<Page> pages) {
        var before = new HashMap<Page, Integer>();
        pages.forEach(page -> before.put(page, page.taken().size()));
        await().atMost(PATIENCE)
                .until(() -> pages.stream().allMatch(page -> page.taken().size() >= before.get(page) + ENOUGH));
    }

    private static String token(String client) {
        return Jwt.subject(client)
                .audience("demo")
                .issuedAt(Instant.now().minusSeconds(60))
                .expiresAt(Instant.now().plusSeconds(1800))
                .claim("tier", "vic")
                .signWithSecret(SECRET);
    }

    private static Map<String, String> environment() {
        return Map.of("OVERTURE_BOOK", BOOK.toAbsolutePath().toString());
    }
}
