package io.overture.demo.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.demo.crowd.Story.Act;
import io.overture.demo.crowd.Story.Guise;
import io.overture.demo.crowd.Story.Manner;
import io.overture.demo.crowd.Story.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member at a door that greets, and invites whoever looks at a piece. */
class MemberTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Guise GUISE = new Guise("fr-FR", "Europe/Paris", "mobile", true);
    private static final List<Act> ACTS =
            List.of(new Act(AT_ONCE, new Deed.Opens("/demo/")), new Act(AT_ONCE, new Deed.Views(Piece.ALL.getFirst())));

    private final Vertx vertx = Vertx.vertx();
    private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
    private final List<ServerWebSocket> doors = new CopyOnWriteArrayList<>();
    private final AtomicInteger drawn = new AtomicInteger();
    private HttpServer service;

    @BeforeEach
    void open() {
        service = vertx.createHttpServer(new HttpServerOptions().addWebSocketSubProtocol("overture.v1"))
                // Not by a WebSocket handler: Quarkus switches those off in whichever process it has run.
                .requestHandler(request -> request.toWebSocket().onSuccess(door -> {
                    doors.add(door);
                    door.textMessageHandler(text -> answer(door, new JsonObject(text)));
                }))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void she_greets_and_does_what_the_story_says_in_numbered_beacons() {
        var member = member(new Story(false, GUISE, reply(Manner.DECLINES), stayingOpen(), NEVER));

        member.begin(AT_ONCE);

        await().until(() -> of("beacon").size() == 2);
        assertThat(of("hello")).singleElement().satisfies(hello -> {
            assertThat(hello.getString("visitor")).hasSize(32);
            assertThat(hello.getJsonObject("context").getString("language")).isEqualTo("fr-FR");
            assertThat(hello.getJsonObject("context").getJsonObject("campaign").getString("medium"))
                    .isEqualTo("editorial");
        });
        assertThat(of("beacon").stream().map(beacon -> beacon.getInteger("seq")))
                .containsExactly(1, 2);
        assertThat(of("beacon").stream()
                        .map(beacon -> beacon.getString("source"))
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"DECLINES, declined", "DISMISSES, dismissed"})
    void she_sees_an_invitation_and_answers_it(Manner manner, String response) {
        var member = member(new Story(false, GUISE, reply(manner), stayingOpen(), NEVER));

        member.begin(AT_ONCE);

        await().until(() -> of("invitation").size() == 2);
        assertThat(of("invitation").stream().map(answer -> answer.getString("response")))
                .containsExactly("shown", response);
    }

    @Test
    void her_story_told_she_goes_and_comes_again_as_herself_or_as_somebody_else() {
        var stories = List.of(story(false), story(true), story(false)).iterator();
        var member = new Member(
                () -> stories.hasNext()
                        ? stories.next()
                        : new Story(false, GUISE, reply(Manner.DECLINES), stayingOpen(), NEVER),
                this::dial,
                vertx.getOrCreateContext(),
                InstantSource.system(),
                this::draw);

        member.begin(AT_ONCE);

        await().until(() -> of("hello").size() == 4);
        var visitors =
                of("hello").stream().map(hello -> hello.getString("visitor")).toList();
        assertThat(visitors.get(1)).isEqualTo(visitors.get(0));
        assertThat(visitors.get(2)).isNotEqualTo(visitors.get(1));
        assertThat(of("hello").stream().map(hello -> hello.getString("session")).distinct())
                .hasSize(4);
    }

    @Test
    void sent_away_she_leaves_at_once_and_does_not_return() {
        var member = member(new Story(false, GUISE, reply(Manner.DECLINES), stayingOpen(), AT_ONCE));
        member.begin(AT_ONCE);
        await().until(() -> !of("beacon").isEmpty());

        member.leave();

        await().until(() -> doors.stream().allMatch(ServerWebSocket::isClosed));
        assertThat(of("hello")).hasSize(1);
    }

    private static Reply reply(Manner manner) {
        return new Reply(manner, AT_ONCE, AT_ONCE);
    }

    private static Story story(boolean returns) {
        return new Story(returns, GUISE, reply(Manner.LETS_IT_PASS), ACTS, AT_ONCE);
    }

    /** A last act that does not come within a test. */
    private static List<Act> stayingOpen() {
        return List.of(ACTS.get(0), ACTS.get(1), new Act(NEVER, new Deed.Opens("/demo/")));
    }

    private Member member(Story story) {
        return new Member(() -> story, this::dial, vertx.getOrCreateContext(), InstantSource.system(), this::draw);
    }

    private io.vertx.core.Future<io.vertx.core.http.WebSocket> dial() {
        return vertx.createWebSocketClient()
                .connect(new WebSocketConnectOptions()
                        .setHost("localhost")
                        .setPort(service.actualPort())
                        .setURI("/v1/visitor")
                        .addSubProtocol("overture.v1"));
    }

    private String draw() {
        return "%032d".formatted(drawn.incrementAndGet());
    }

    private List<JsonObject> of(String type) {
        return heard.stream()
                .filter(frame -> frame.getString("type").equals(type))
                .toList();
    }

    private void answer(ServerWebSocket door, JsonObject frame) {
        heard.add(frame);
        if (frame.getString("type").equals("hello")) {
            door.writeTextMessage("{\"type\":\"welcome\",\"serverTime\":0,\"heartbeat\":25000}");
        }
        if (frame.encode().contains("view_item")) {
            door.writeTextMessage("{\"type\":\"invitation\",\"id\":\"i1\"}");
        }
    }
}
