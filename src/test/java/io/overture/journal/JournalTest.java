package io.overture.journal;

import static io.overture.store.Commits.remembering;
import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.redis.Lanes;
import io.overture.store.Commits;
import io.overture.store.EmptyRedis;
import io.overture.store.RedisVisitors;
import io.overture.store.Stored;
import io.overture.store.Stores;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JournalTest {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");
    private static final Instant EVER = Instant.ofEpochMilli(Long.MAX_VALUE / 2);
    private static final int PAGE = 3;

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis("--stream-node-max-entries", "10");

    private final Lanes lanes = REDIS.lanes();
    private final RedisVisitors visitors = REDIS.stores().visitors(lanes);
    private final Journal journal = new Journal(lanes, PAGE);

    @Test
    void all_shards_are_read_as_one_in_the_order_of_what_happened() {
        var words = words("demo", 150);
        for (var word : words) {
            happens("demo", word);
            // Two records of one millisecond in different shards have no order of their own.
            pass(redisNow().plusMillis(1));
        }

        var read = read("demo", Instant.EPOCH, EVER);

        assertThat(read).isEqualTo(words);
    }

    @Test
    void a_visitor_s_own_records_keep_their_order_exactly() {
        var she = VisitorKey.of("demo", "v".repeat(22));
        var words = IntStream.range(0, 40).mapToObj(i -> "w" + i).toList();
        Optional<Stored> current = Optional.empty();
        for (var word : words) {
            get(visitors.commit(Commits.of(she, current, remembering(word), null)));
            current = get(visitors.load(she));
        }

        var read = read("demo", Instant.EPOCH, EVER);

        assertThat(read).isEqualTo(words);
    }

    @Test
    void only_the_site_and_the_time_asked_for_are_read() {
        happen("other", 20);
        var words = happen("demo", 20);
        var between = redisNow().plusMillis(1);
        pass(between);
        happen("demo", 5);

        var read = read("demo", Instant.EPOCH, between);

        assertThat(read).containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void a_shard_keeps_the_newest_up_to_its_cap() {
        var she = VisitorKey.of("demo", "v".repeat(22));
        Optional<Stored> current = Optional.empty();
        for (int i = 0; i < Stores.ENTRIES_PER_SHARD + 100; i++) {
            get(visitors.commit(Commits.of(she, current, remembering("w" + i), null)));
            current = get(visitors.load(she));
        }

        var read = read("demo", Instant.EPOCH, EVER);

        assertThat(read).hasSizeBetween(Stores.ENTRIES_PER_SHARD, Stores.ENTRIES_PER_SHARD + 10);
        assertThat(read.getLast()).isEqualTo("w" + (Stores.ENTRIES_PER_SHARD + 99));
    }

    @Test
    void a_reader_that_takes_little_makes_the_journal_read_little() {
        happen("demo", 300);
        var before = lanes.commands();

        var reader = journal.read("demo", Instant.EPOCH, EVER)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1))
                .awaitItems(1);

        assertThat(reader.getItems()).hasSize(1);
        assertThat(lanes.commands() - before).isLessThan(Handle.SHARDS + 50);
        reader.cancel();
    }

    private List<String> happen(String site, int times) {
        var words = words(site, times);
        words.forEach(word -> happens(site, word));
        return words;
    }

    private static List<String> words(String site, int count) {
        return IntStream.range(0, count).mapToObj(i -> site + i).toList();
    }

    /** To somebody nobody saw before. */
    private void happens(String site, String word) {
        get(visitors.commit(Commits.first(VisitorKey.of(site, word + "v".repeat(22)), remembering(word))));
    }

    private List<String> read(String site, Instant from, Instant to) {
        return get(journal.read(site, from, to).collect().asList()).stream()
                .map(line ->
                        ID.matcher(line).results().findFirst().orElseThrow().group(1))
                .toList();
    }

    private Instant redisNow() {
        var time = ask(lanes, Command.TIME);
        return Instant.ofEpochSecond(time.get(0).toLong(), time.get(1).toLong() * 1000);
    }

    private void pass(Instant instant) {
        await().pollInterval(Duration.ofMillis(2)).until(() -> redisNow().isAfter(instant));
    }
}
