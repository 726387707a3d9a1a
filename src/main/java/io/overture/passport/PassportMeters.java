package io.overture.passport;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Counts passports and what comes of them, each from 0 on. */
@Singleton
class PassportMeters {

    private static final String GIVEN = "overture.passports.given";
    private static final String HONOURED = "overture.passports.honoured";
    private static final String SENT = "overture.passports.returns.sent";
    private static final String WAITING = "overture.passports.returns.waiting";
    private static final String TAKEN = "overture.passports.returns.taken";
    private static final String DONE = "done";
    private static final String GONE = "gone";

    /** What became of an attempt to tell a home region. */
    enum Sent {
        TAKEN,
        GONE,
        FAILED,
        EXPIRED
    }

    private final MeterRegistry meters;

    PassportMeters(MeterRegistry meters) {
        this.meters = meters;
        var refusals = Stream.of(Refusal.values()).map(Refusal::word).toList();
        counter(GIVEN, DONE);
        counter(HONOURED, DONE);
        counter(TAKEN, DONE);
        counter(TAKEN, GONE);
        refusals.forEach(word -> {
            counter(GIVEN, word);
            counter(HONOURED, word);
            counter(TAKEN, word);
        });
        for (var each : Sent.values()) {
            counter(SENT, word(each));
        }
    }

    Given given(Given how) {
        counter(
                        GIVEN,
                        switch (how) {
                            case Given.Signed signed -> DONE;
                            case Given.Refused refused -> refused.why().word();
                        })
                .increment();
        return how;
    }

    Honoured honoured(Honoured how) {
        counter(
                        HONOURED,
                        switch (how) {
                            case Honoured.Done done -> DONE;
                            case Honoured.Refused refused -> refused.why().word();
                        })
                .increment();
        return how;
    }

    void sent(Sent how) {
        counter(SENT, word(how)).increment();
    }

    /** How much waits for a home region, to be set by whoever keeps it. */
    AtomicInteger waiting(Partner home) {
        var count = new AtomicInteger();
        meters.gauge(WAITING, Tags.of("region", home.name()), count);
        return count;
    }

    void expired(int count) {
        counter(SENT, word(Sent.EXPIRED)).increment(count);
    }

    void counted(boolean isKnown) {
        counter(TAKEN, isKnown ? DONE : GONE).increment();
    }

    void refused(Refusal why) {
        counter(TAKEN, why.word()).increment();
    }

    private Counter counter(String name, String result) {
        return meters.counter(name, "result", result);
    }

    private static String word(Sent how) {
        return how.name().toLowerCase(Locale.ROOT);
    }
}
