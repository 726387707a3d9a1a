package io.overture.desk;

import static io.overture.store.Stores.ask;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.store.EmptyRedis;
import io.overture.visitor.Due;
import io.overture.visitor.Message;
import io.overture.visitor.VisitorKey;
import io.vertx.redis.client.Command;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptsTest {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final RedisTranscripts transcripts =
            new RedisTranscripts(REDIS.lanes(), InstantSource.fixed(AT), Duration.ofDays(30));

    @BeforeEach
    void attended() {
        ask(REDIS.lanes(), Command.HSET, "ov:{desk}:call:talk", "about", SHE.member(), "state", "taken");
        ask(REDIS.lanes(), Command.HSET, "ov:{desk}:talks", "talk", "camille");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void in_whatever_order_it_is_told_it_is_read_and_passed_on_in_the_order_it_was_said(long seed) {
        var random = new Random(seed);
        var arriving = new ArrayList<>(LongStream.rangeClosed(1, 20).boxed().toList());
        arriving.addAll(List.of(3L, 7L, 11L));
        Collections.shuffle(arriving, random);

        var passedOn = arriving.stream()
                .flatMap(offset -> say(offset).lines().stream())
                .map(Transcript.Line::offset)
                .distinct()
                .toList();

        var all = LongStream.rangeClosed(1, 20).boxed().toList();
        assertThat(passedOn).isEqualTo(all);
        assertThat(offsets(get(transcripts.since("talk", null, 0)))).isEqualTo(all);
    }

    @Test
    void what_comes_before_a_gap_is_all_there_is() {
        say(1);
        say(3);

        var read = get(transcripts.since("talk", null, 0));

        assertThat(read.offset()).isEqualTo(1);
        assertThat(offsets(read)).containsExactly(1L);
        assertThat(read.full()).isTrue();
    }

    @Test
    void told_twice_it_is_kept_once_and_passed_on_again() {
        say(1);

        var again = say(1);

        assertThat(again.attendedBy()).isEqualTo("camille");
        assertThat(again.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.id()).isEqualTo("m-1"));
        assertThat(offsets(get(transcripts.since("talk", null, 0)))).containsExactly(1L);
    }

    @Test
    void whoever_knows_the_beginning_is_told_the_rest_of_the_same_epoch() {
        say(1);
        say(2);
        var epoch = get(transcripts.since("talk", null, 0)).epoch();
        say(3);

        var rest = get(transcripts.since("talk", epoch, 2));
        var whole = get(transcripts.since("talk", "another", 2));

        assertThat(offsets(rest)).containsExactly(3L);
        assertThat(rest.full()).isFalse();
        assertThat(offsets(whole)).containsExactly(1L, 2L, 3L);
        assertThat(whole.full()).isTrue();
        assertThat(whole.epoch()).isEqualTo(epoch);
    }

    @Test
    void notes_have_places_between_messages_and_take_none_of_their_numbers() {
        say(1);
        get(transcripts.note("talk", "camille", "A gift"));
        get(transcripts.note("talk", "camille", "For June"));
        get(transcripts.note("talk", "camille", "A gift"));
        say(2);

        var read = get(transcripts.since("talk", null, 0));

        assertThat(read.lines().stream().map(Transcript.Line::place))
                .containsExactly(
                        BigDecimal.valueOf(1), new BigDecimal("1.001"), new BigDecimal("1.002"), BigDecimal.valueOf(2));
        assertThat(read.offset()).isEqualTo(2);
        assertThat(get(transcripts.since("talk", read.epoch(), 1)).lines()).hasSize(3);
    }

    @Test
    void nothing_is_noted_about_what_nobody_knows() {
        var noted = get(transcripts.note("another", "camille", "A gift"));

        assertThat(noted).isEmpty();
        assertThat(REDIS.keys("*another*")).isEmpty();
    }

    @Test
    void her_last_words_are_for_whoever_attended_when_it_ended() {
        ask(REDIS.lanes(), Command.HDEL, "ov:{desk}:talks", "talk");
        ask(REDIS.lanes(), Command.HSET, "ov:{desk}:call:talk", "state", "over", "left", "camille");

        var last = say(1);

        assertThat(last.attendedBy()).isEqualTo("camille");
    }

    @Test
    void what_was_under_way_when_she_was_forgotten_does_not_come_back() {
        ask(REDIS.lanes(), Command.SET, "ov:{desk}:gone:" + SHE.member(), AT.toEpochMilli());

        var said = get(transcripts.say(SHE, said(1)));

        assertThat(said).isEmpty();
        assertThat(REDIS.keys("*said*")).isEmpty();
    }

    private RedisTranscripts.News say(long offset) {
        return get(transcripts.say(SHE, said(offset))).orElseThrow();
    }

    private static Due.Said said(long offset) {
        var message = new Message("m-" + offset, offset, Message.Author.VISITOR, null, "word " + offset, AT);
        return new Due.Said("said:" + offset, "talk", message);
    }

    private static List<Long> offsets(Transcript transcript) {
        return transcript.lines().stream().map(Transcript.Line::offset).toList();
    }
}
