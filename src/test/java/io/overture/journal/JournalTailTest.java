package io.overture.journal;

import static io.overture.store.Commits.remembering;
import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.redis.Lanes;
import io.overture.store.Commits;
import io.overture.store.EmptyRedis;
import io.overture.store.RedisVisitors;
import io.overture.store.Stored;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who follows the journal gets everything, or is told what is missing. */
class JournalTailTest {

    private static final int PAGE = 3;
    private static final int KEPT = 1000;
    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis("--stream-node-max-entries", "10");

    private final Lanes lanes = REDIS.lanes();
    private final RedisVisitors visitors = REDIS.stores().visitors(lanes);
    private final JournalTail tail = new JournalTail(lanes, PAGE);
    private final List<JournalItem> read = new ArrayList<>();
    private Optional<Stored> current = Optional.empty();

    @Test
    void everything_is_read_once_however_often_the_reader_begins_again() {
        var at = JournalCursor.START;
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 40; i++) {
                happensToAnother("r" + round + "i" + i);
                happensToHer("h" + round + "i" + i);
            }
            // In between two readings records come into shards that were read already, and into others.
            at = JournalCursor.parse(round(at).text());
            happensToAnother("late" + round);
        }

        at = toTheEnd(at);

        assertThat(ids()).hasSize(5 * 81).doesNotHaveDuplicates();
        assertThat(read).noneMatch(JournalItem.Gap.class::isInstance);
        assertThat(hers()).isSorted().hasSize(5 * 40);
        assertThat(get(tail.lag(at, KEPT))).isEqualTo(JournalLag.NONE);
    }

    @Test
    void a_reader_that_goes_back_to_an_earlier_cursor_gets_the_same_ids() {
        happenToHer(10);
        var before = toTheEnd(JournalCursor.START);
        happenToHer(10);
        read.clear();

        toTheEnd(before);
        var first = ids();
        read.clear();
        toTheEnd(before);

        assertThat(ids()).isEqualTo(first).hasSize(10);
    }

    @Test
    void what_was_trimmed_unread_is_counted_exactly() {
        happenToHer(25);
        var at = toTheEnd(JournalCursor.START);
        happenToHer(50);
        trim(12);
        read.clear();

        at = toTheEnd(at);

        assertThat(read.getFirst()).isInstanceOfSatisfying(JournalItem.Gap.class, gap -> {
            assertThat(gap.records()).isEqualTo(50 - 12);
            assertThat(gap.shard()).isEqualTo(shard());
        });
        assertThat(read).hasSize(1 + 12);
    }

    @Test
    void what_was_trimmed_after_it_was_read_is_no_gap() {
        happenToHer(40);
        var at = toTheEnd(JournalCursor.START);
        trim(0);
        read.clear();
        happenToHer(4);

        toTheEnd(at);

        assertThat(read).hasSize(4).allMatch(JournalItem.Kept.class::isInstance);
    }

    @Test
    void who_begins_at_the_oldest_there_is_misses_nothing() {
        happenToHer(40);
        trim(12);

        toTheEnd(JournalCursor.START);

        assertThat(read).hasSize(12).allMatch(JournalItem.Kept.class::isInstance);
    }

    @Test
    void who_begins_at_the_end_gets_only_what_comes_then() {
        happenToHer(10);

        var at = get(tail.end());
        assertThat(get(tail.lag(at, KEPT)).entries()).isZero();
        happenToHer(2);
        happensToAnother("x");
        toTheEnd(at);

        assertThat(read).hasSize(3);
    }

    @Test
    void what_comes_after_redis_lost_a_shard_is_read() {
        happenToHer(10);
        var at = toTheEnd(JournalCursor.START);
        ask(lanes, Command.DEL, journal());
        at = toTheEnd(at);
        read.clear();
        // As by a clock that is behind: its ids are smaller than the last the reader has.
        ask(lanes, Command.XADD, journal(), "5-0", "s", "demo", "e", "{}");

        toTheEnd(at);

        assertThat(ids()).containsExactly(Handle.shardDigits(shard()) + "-5-0");
    }

    @Test
    void how_far_a_reader_is_behind_is_known() {
        happenToHer(30);
        var at = toTheEnd(JournalCursor.START);
        var before = read.getLast().millis();
        happenToHer(100);
        happensToAnother("x");

        var lag = get(tail.lag(at, 200));

        assertThat(lag.entries()).isEqualTo(101);
        assertThat(lag.oldest()).isGreaterThanOrEqualTo(before);
        assertThat(lag.share()).isEqualTo(0.5);
        trim(110);
        assertThat(get(tail.lag(at, 200)).share()).isEqualTo(100 / 110.0);
    }

    private JournalCursor toTheEnd(JournalCursor from) {
        var at = from;
        var before = at;
        do {
            before = at;
            at = round(at);
        } while (!at.equals(before));
        return at;
    }

    private JournalCursor round(JournalCursor from) {
        var at = from;
        for (int part = 0; part < JournalTail.PARTS; part++) {
            var page = get(tail.read(at, part));
            read.addAll(page.items());
            at = page.next();
        }
        return at;
    }

    private List<String> ids() {
        return read.stream().map(JournalItem::id).toList();
    }

    private List<StreamId> hers() {
        var prefix = Handle.shardDigits(shard()) + "-";
        var words = new HashSet<StreamId>();
        return read.stream()
                .filter(item -> item.json().contains("\"id\":\"h"))
                .map(item -> StreamId.parse(item.id().substring(prefix.length())))
                .filter(words::add)
                .toList();
    }

    private void happenToHer(int times) {
        for (int i = 0; i < times; i++) {
            happensToHer("w" + i);
        }
    }

    private void happensToHer(String word) {
        get(visitors.commit(Commits.of(SHE, current, remembering(word), null)));
        current = get(visitors.load(SHE));
    }

    private void happensToAnother(String word) {
        get(visitors.commit(Commits.first(VisitorKey.of("demo", word + "v".repeat(22)), remembering(word))));
    }

    private void trim(int kept) {
        ask(lanes, Command.XTRIM, journal(), "MAXLEN", kept);
    }

    private static String journal() {
        return Journal.key(SHE.handle().shard());
    }

    private static int shard() {
        return Integer.parseInt(SHE.handle().shard(), 16);
    }
}
