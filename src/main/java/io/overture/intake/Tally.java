package io.overture.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.overture.engine.Receipt;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what comes through the doors, by the word of its answer. */
final class Tally {

    private final Map<Answer, Counter> answers = new EnumMap<>(Answer.class);
    private final Map<Receipt, Counter> receipts = new EnumMap<>(Receipt.class);
    private final Counter tooOld;

    Tally(MeterRegistry meters) {
        for (var answer : Answer.values()) {
            answers.put(answer, meters.counter("overture.beacon.answers", "answer", answer.word()));
        }
        for (var receipt : Receipt.values()) {
            receipts.put(receipt, meters.counter("overture.beacon.receipts", "receipt", receipt.word()));
        }
        tooOld = meters.counter("overture.events.too.old");
    }

    void answered(Answer answer) {
        count(answers.get(answer), 1);
    }

    void received(Receipt receipt) {
        count(receipts.get(receipt), 1);
    }

    void tooOld(int events) {
        if (events > 0) {
            tooOld.increment(events);
        }
    }

    private static void count(@Nullable Counter counter, int by) {
        if (counter != null) {
            counter.increment(by);
        }
    }
}
