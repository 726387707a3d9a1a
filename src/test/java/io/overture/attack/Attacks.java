package io.overture.attack;

import io.overture.Node;
import io.overture.RedisServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tries on a node of its own what would cost much, and prints what it did. Everything happens on this machine and ends by
 * itself.
 */
public final class Attacks {

    /** {@code quarkus.http.idle-timeout} as it is shipped. */
    private static final Duration IDLE = Duration.ofSeconds(75);

    /** {@code overture.patience} as it is shipped. */
    private static final Duration HEADERS = Duration.ofSeconds(10);

    private static final Duration BODY = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private static final String ADVISOR = "Basic YWR2aXNvcjphZHZpc29y";

    private Attacks() {}

    /**
     * On a node that believes {@code X-Forwarded-For}.
     *
     * @param redis the port of the Redis it has to itself
     * @param idle how long the node lets a silent connection be
     */
    static List<Attack> on(URI base, int redis, Duration idle) {
        return List.of(
                new HalfHeaders(base, idle),
                new SlowBody(base),
                new UnreadAnswers(base),
                SocketFlood.pings(base, "/v1/visitor", ""),
                SocketFlood.pings(base, "/v1/advisor", ADVISOR),
                SocketFlood.fragments(base, "/v1/visitor", ""),
                SocketFlood.fragments(base, "/v1/advisor", ADVISOR),
                new HeavyAppeals(base),
                new HoardedOffers(base),
                new FullRedis(base, redis));
    }

    public static void main(String... none) throws Exception {
        boolean held = true;
        try (var redis = RedisServer.start();
                var node = Node.start(redis, Map.of("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true"))) {
            System.out.printf("%-34s  %-44s  %-34s  %s%n", "attack", "before the bound", "now", "held");
            var all = Stream.of(
                            on(node.base(), redis.port(), IDLE),
                            Drip.all(node.base(), HEADERS, BODY, ANSWER),
                            Ask.all(node.base()))
                    .flatMap(List::stream)
                    .toList();
            for (var attack : all) {
                var outcome = attack.run();
                held &= outcome.held();
                System.out.printf(
                        "%-34s  %-44s  %-34s  %s%n",
                        attack.name(), attack.before(), outcome.cost(), outcome.held() ? "yes" : "NO");
            }
        }
        System.exit(held ? 0 : 1);
    }
}
