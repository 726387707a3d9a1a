package io.overture.demo;

import static io.restassured.RestAssured.given;

import io.overture.Node;
import io.overture.RedisServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A demo of its own, in which visitors meet advisors: each with a browser of hers, so that no test finds whom another left
 * at the desk.
 */
final class Salon implements AutoCloseable {

    private final RedisServer redis = RedisServer.start();
    private final Chromium chromium = Chromium.start();
    private final List<AutoCloseable> people = new ArrayList<>();
    private final Node node;

    private Salon(Map<String, String> environment) {
        node = Node.start(redis, environment);
    }

    static Salon open(Map<String, String> environment) {
        return new Salon(environment);
    }

    Guest guest() {
        return keep(new Guest(
                chromium.browser(),
                URI.create(node.base() + "/demo"),
                new Ledger(node.base()),
                new Keeping(redis.port())));
    }

    /** An advisor of the demo, signed in and available; her password is her name. */
    Screen advisor(String who) {
        return advisor(who, node.base());
    }

    /** One who comes by another way than the node's own address. */
    Screen advisor(String who, URI base) {
        var screen = keep(new Screen(chromium.browser(), base));
        screen.signsIn(who).is("Available");
        return screen;
    }

    Node node() {
        return node;
    }

    /** What the house knows of a client: a JSON object, as its lead writes it. */
    void knows(String client, String record) {
        given().auth()
                .preemptive()
                .basic("lead", "lead")
                .contentType("application/json")
                .body(record)
                .put(node.base() + "/v1/clients/" + client)
                .then()
                .statusCode(201);
    }

    private <T extends AutoCloseable> T keep(T somebody) {
        people.add(somebody);
        return somebody;
    }

    /** Everybody goes home; the house stays open. */
    void clear() throws Exception {
        for (var each : people.reversed()) {
            each.close();
        }
        people.clear();
    }

    @Override
    public void close() throws Exception {
        clear();
        chromium.close();
        node.close();
        redis.close();
    }
}
