package io.overture.bench;

import java.time.Duration;
import java.util.Map;

/**
 * How long and how often to measure. A few seconds each show that a measurement works; only the defaults give figures.
 *
 * @param round one turn of one of those that take turns; {@code BENCH_SECONDS}
 * @param rounds turns of each; {@code BENCH_ROUNDS}
 * @param warmUp longest warm-up of each; {@code BENCH_WARM_UP}, in seconds
 * @param idle how long an idle node is watched; {@code BENCH_IDLE}, in seconds
 * @param sockets idle sockets that are opened to weigh one; {@code BENCH_SOCKETS}
 * @param invitations visitors a second who come to be invited; {@code BENCH_INVITATIONS}
 */
record Effort(Duration round, int rounds, Duration warmUp, Duration idle, int sockets, int invitations) {

    static Effort of(Map<String, String> environment) {
        return new Effort(
                seconds(environment, "BENCH_SECONDS", 7),
                number(environment, "BENCH_ROUNDS", 3),
                seconds(environment, "BENCH_WARM_UP", 180),
                seconds(environment, "BENCH_IDLE", 60),
                number(environment, "BENCH_SOCKETS", 2_000),
                number(environment, "BENCH_INVITATIONS", 100));
    }

    private static Duration seconds(Map<String, String> environment, String name, int otherwise) {
        return Duration.ofSeconds(number(environment, name, otherwise));
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        int number = Integer.parseInt(environment.getOrDefault(name, "" + otherwise));
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be at least 1");
        }
        return number;
    }
}
