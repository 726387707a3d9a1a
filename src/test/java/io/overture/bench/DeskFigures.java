package io.overture.bench;

import io.overture.RedisServer;
import java.time.Duration;
import java.util.List;

/** A desk at work: how soon an accepted invitation is on an advisor's screen, how much can be said, and what it costs. */
final class DeskFigures {

    /** No more talks than they can have at once. */
    private static final int ADVISORS = 200;

    private static final int TALKS_TO_WARM_UP = 200;
    private static final int TALKS = 500;
    private static final int SPEAKING = 100;
    private static final int ALERTS = 5_000;
    private static final int TALKS_A_SECOND = 25;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration WORDS_WARM_UP = Duration.ofSeconds(5);
    private static final Duration WORDS = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Build build;

    DeskFigures(Build build) {
        this.build = build;
    }

    /** Nodes of one Redis have the same desks: hence one of its own. */
    void measure() {
        try (var redis = RedisServer.start();
                var roster = new Roster(ADVISORS);
                var node = Launched.node(build.command(), Contender.plain(redis), roster.settings())) {
            node.firstTaken(new Beacons("first", 1));
            measure(node.port(), redis.port());
        }
    }

    private static void measure(int port, int redisPort) {
        try (var switchboard = new Switchboard(port);
                var redis = new RedisFigures(redisPort)) {
            var beside = new BesideTheDesk(switchboard, port, redis, ADVISORS, ALERTS);
            beside.warmUp(WARM_UP);
            try (var consoles = new Consoles(switchboard, ADVISORS)) {
                var first = begin(switchboard, consoles, TALKS_TO_WARM_UP);
                var talks = begin(switchboard, consoles, TALKS);
                print(talks);
                print(new Words(switchboard, talks.subList(0, SPEAKING)).measure(WORDS_WARM_UP, WORDS));
                end(switchboard, first);
                end(switchboard, talks);
            }
            beside.measure();
        }
    }

    private static List<Talk> begin(Switchboard switchboard, Consoles consoles, int count) {
        return switchboard.all(
                count, TALKS_A_SECOND, PATIENCE, i -> new Talk(consoles).begin(switchboard, Switchboard.name(i)));
    }

    private static void end(Switchboard switchboard, List<Talk> talks) {
        switchboard.all(
                talks.size(), 8 * TALKS_A_SECOND, PATIENCE, i -> talks.get(i).end());
    }

    private static void print(List<Talk> talks) {
        var rung = new Samples();
        var joined = new Samples();
        talks.forEach(talk -> {
            rung.add(talk.rungAfter());
            joined.add(talk.joinedAfter());
        });
        Bench.row(
                "accepted to ringing, p50 / p99, ms",
                "%s   (%d visitors, %d a second, %d advisors)",
                rung.describe(),
                talks.size(),
                TALKS_A_SECOND,
                ADVISORS);
        Bench.row("accepted to joined, p50 / p99, ms", "%s", joined.describe());
    }

    private static void print(Words.Result words) {
        Bench.row("messages/s", "%,.0f   (%d conversations, both sides)", words.perSecond(), SPEAKING);
        Bench.row("  p50 / p99, ms", "%s", words.latencies().describe());
    }
}
