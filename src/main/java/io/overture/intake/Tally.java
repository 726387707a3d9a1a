package io.overture.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.overture.engine.Receipt;
import io.overture.traffic.Refusal;
import io.overture.traffic.Traffic;
import io.overture.wire.Flaw;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what comes through the doors: for metrics by the word of its answer, and for whoever embeds by site. */
final class Tally {

    private final Map<Answer, Counter> answers = new EnumMap<>(Answer.class);
    private final Map<Receipt, Counter> receipts = new EnumMap<>(Receipt.class);
    private final Counter tooOld;
    private final Traffic traffic;

    Tally(MeterRegistry meters, Traffic traffic) {
        this.traffic = traffic;
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

    /** A batch that was let in, and what became of it. */
    void received(Receipt receipt, Guest guest, @Nullable String origin, Batch batch) {
        count(receipts.get(receipt), 1);
        traffic.beacon(guest.key().site(), origin, receipt, guest.mayBeKept(), batch.events(), batch.tooOld());
    }

    void tooOld(int events) {
        if (events > 0) {
            tooOld.increment(events);
        }
    }

    void refused(Refusal reason, @Nullable String site, @Nullable String origin) {
        traffic.refused(reason, site, origin);
    }

    /** @param events how many events are lost with it */
    void invalid(@Nullable String site, @Nullable String origin, List<Flaw> flaws, int events) {
        traffic.refused(Refusal.INVALID, site, origin, flaws, events);
    }

    /** Nobody of that name is here, or not for this origin. */
    void turnedAway(String site, @Nullable String origin) {
        traffic.turnedAway(site, origin);
    }

    /** @param before who was greeted on that socket before, if anybody was */
    void greeted(Guest guest, @Nullable Guest before) {
        if (before == null) {
            traffic.opened(guest.key().site(), guest.mayBeKept());
        }
    }

    void closed(@Nullable Guest guest) {
        if (guest != null) {
            traffic.closed(guest.key().site());
        }
    }

    void refused(Refusal reason, @Nullable Guest guest, Caller caller) {
        refused(reason, guest == null ? null : guest.key().site(), caller.origin());
    }

    void invalid(Frame.Invalid frame, @Nullable Guest guest, Caller caller) {
        var named = frame.said() instanceof Frame.Hello(Speaker speaker) ? speaker.site() : null;
        invalid(guest == null ? named : guest.key().site(), caller.origin(), frame.flaws(), frame.events());
    }

    private static void count(@Nullable Counter counter, int by) {
        if (counter != null) {
            counter.increment(by);
        }
    }
}
