package io.overture.advisor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.overture.desk.ConsoleFrames.Refusal;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Counts what advisors do; {@code docs/metrics.md} is the list. */
final class Tally {

    private static final String CLAIMS = "overture.desk.claims";

    private final MeterRegistry meters;
    private final Timer claimed;
    private final Timer firstWord;

    /** @param advisors how many are connected to this node */
    Tally(MeterRegistry meters, Supplier<Number> advisors) {
        this.meters = meters;
        this.claimed = timer(meters, "overture.desk.claim", "From the beginning of a wait to an advisor's claim");
        this.firstWord = timer(meters, "overture.desk.first.word", "From a claim to the advisor's first word");
        Stream.of(Answer.DONE.word(), word(Refusal.CLAIMED), word(Refusal.UNKNOWN), word(Refusal.UNAVAILABLE))
                .forEach(result -> meters.counter(CLAIMS, "result", result));
        Gauge.builder("overture.advisors.connected", advisors)
                .description("Advisors with a console open at this node")
                .register(meters);
    }

    private static String word(Refusal code) {
        return Answer.refused(code, "").word();
    }

    void claim(Answer answer, Duration waited) {
        meters.counter(CLAIMS, "result", answer.word()).increment();
        if (answer instanceof Answer.Done) {
            claimed.record(waited);
        }
    }

    void firstWord(Duration after) {
        firstWord.record(after);
    }

    private static Timer timer(MeterRegistry meters, String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2))
                .register(meters);
    }
}
