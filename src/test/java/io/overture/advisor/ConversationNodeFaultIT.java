package io.overture.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.BrowserClient;
import io.overture.BrowserTab;
import io.overture.ConsoleClient;
import io.overture.Ga4;
import io.overture.Node;
import io.overture.RedisServer;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes die in the middle of a sentence, hers and then the advisor's: what was acknowledged is there, once, in order. */
class ConversationNodeFaultIT {

    /** Words of each in a row; all of an evening are fewer than the newest a page gets again. */
    private static final int IN_A_ROW = 12;

    private static final String TALK = "talk-1";

    /** A word as either side has it. */
    private record Word(long offset, String id, String from, String text) {

        static Word of(JsonNode message) {
            return new Word(
                    message.path("offset").asLong(),
                    message.path("id").asText(),
                    message.path("from").asText(),
                    message.path("text").asText());
        }
    }

    private RedisServer redis;
    private Node hers;
    private Node advisors;
    private Node last;
    private final BrowserClient visitor = new BrowserClient();

    @BeforeEach
    void start() {
        redis = RedisServer.start();
        hers = Node.start(redis);
        advisors = Node.start(redis);
        last = Node.start(redis);
    }

    @AfterEach
    void stop() {
        visitor.close();
        Stream.of(hers, advisors, last).forEach(Node::close);
        redis.close();
    }

    @Test
    void every_word_survives_the_death_of_both_their_nodes() {
        var console = ConsoleClient.open(advisors, "camille");
        var page = conversing(console);
        var opening = words("opening");
        var question = words("question");
        var answer = words("answer");

        opening.forEach(id -> page.send(message(id)));
        page.next("ack");
        hers.kill();
        var second = visitor.open(advisors);
        insist(second, opening, heard(page));
        for (int i = 0; i < IN_A_ROW; i++) {
            console.sends(answer.get(i), say(answer.get(i)));
            second.send(message(question.get(i)));
        }
        second.next("ack");
        var had = console.next("message");
        advisors.kill();
        try (var reopened = ConsoleClient.dial(last, "camille")) {
            reopened.hello(TALK, had.path("epoch").asText(), had.path("offset").asLong());
            assertThat(reopened.next("talk").path("full").asBoolean()).isFalse();
            unheard(answer, heard(console)).forEach(id -> reopened.sends(id, say(id)));
            insist(visitor.open(last), question, heard(second));
            awaitAll(answer, () -> Stream.concat(heard(console).stream(), heard(reopened).stream()));

            var there =
                    Stream.of(opening, question, answer).flatMap(List::stream).toList();
            var theirs = wholeTranscript();
            assertThat(theirs).extracting(Word::id).containsExactlyInAnyOrderElementsOf(there);
            assertThat(theirs)
                    .extracting(Word::offset)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, there.size()).boxed().toList());
            assertThat(by("visitor", theirs))
                    .containsExactlyElementsOf(
                            Stream.concat(opening.stream(), question.stream()).toList());
            assertThat(by("advisor", theirs)).containsExactlyElementsOf(answer);
            assertThat(wholePage(there.size())).isEqualTo(theirs);
        }
    }

    /** Her page, once an advisor has taken what she asked. */
    private BrowserTab conversing(ConsoleClient console) {
        console.is("available");
        visitor.happens(hers, Ga4.named("page_view"));
        var page = visitor.open(hers);
        page.send(BrowserTab.frame("request").put("id", TALK));
        console.next("ring");
        console.asks("claim", TALK);
        console.next("talk");
        return page;
    }

    /** Says again what was not acknowledged, until it is. */
    private void insist(BrowserTab page, List<String> all, Set<String> acknowledged) {
        unheard(all, acknowledged).forEach(id -> page.send(message(id)));
        awaitAll(all, () -> Stream.concat(acknowledged.stream(), heard(page).stream()));
    }

    private static void awaitAll(List<String> ids, Supplier<Stream<String>> acknowledged) {
        await().atMost(BrowserTab.PATIENCE)
                .untilAsserted(() -> assertThat(acknowledged.get()).containsAll(ids));
    }

    /** As a console reads it that knew nothing. */
    private List<Word> wholeTranscript() {
        try (var console = ConsoleClient.dial(last, "camille")) {
            console.hello();
            return read(console.next("talk").path("messages"));
        }
    }

    /** As a page reads it that was opened anew. */
    private List<Word> wholePage(int size) {
        var page = visitor.open(last);
        await().atMost(BrowserTab.PATIENCE).until(() -> page.all("message").size() >= size);
        return read(page.all("message"));
    }

    private static List<Word> read(Iterable<JsonNode> messages) {
        return StreamSupport.stream(messages.spliterator(), false).map(Word::of).toList();
    }

    private static List<String> by(String author, List<Word> words) {
        return words.stream()
                .filter(each -> each.from().equals(author))
                .map(Word::id)
                .toList();
    }

    private static Set<String> heard(BrowserTab page) {
        return ids(page.all("ack"), "id");
    }

    private static Set<String> heard(ConsoleClient console) {
        return ids(console.all("ack"), "ref");
    }

    private static Set<String> ids(List<JsonNode> acks, String field) {
        return acks.stream().map(each -> each.path(field).asText()).collect(Collectors.toSet());
    }

    private static List<String> unheard(List<String> all, Set<String> acknowledged) {
        return all.stream().filter(each -> !acknowledged.contains(each)).toList();
    }

    private static List<String> words(String name) {
        return IntStream.range(0, IN_A_ROW).mapToObj(i -> name + "-" + i).toList();
    }

    private static ObjectNode message(String id) {
        return BrowserTab.frame("message")
                .put("conversation", TALK)
                .put("id", id)
                .put("text", "About " + id);
    }

    private static ObjectNode say(String id) {
        return BrowserTab.frame("say").put("conversation", TALK).put("id", id).put("text", "On " + id);
    }
}
