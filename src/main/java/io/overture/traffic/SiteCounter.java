package io.overture.traffic;

import io.overture.engine.Receipt;
import io.overture.visitor.Event;
import io.overture.wire.Flaw;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came to one site at this node since it was last taken away. Each word is a few additions under a lock. */
final class SiteCounter {

    static final String BEACONS = "beacons";
    static final String REPEATED = "repeated";
    static final String WITHHELD = "withheld";
    static final String EVENTS = "events";
    static final String UNDERSTOOD = "understood";
    static final String UNREADABLE = "unreadable";
    static final String UNPRICED = "unpriced";
    static final String TOO_OLD = "tooOld";
    static final String GRANTED = "granted";
    static final String DENIED = "denied";
    static final String OPENED = "opened";

    private static final int MOST_FAULTS_OF_ONE = 5;

    private Counts counts = new Counts();
    private int open;

    /** The whole of a beacon that was let in. Of what was said without consent, or twice, nothing more is counted. */
    synchronized void beacon(
            @Nullable String origin, Receipt receipt, boolean granted, List<Event> events, int tooOld) {
        counts.add(Kind.TOTAL, BEACONS);
        counts.add(Kind.ORIGIN, origin == null ? Sanitised.NO_ORIGIN : origin);
        counts.add(Kind.TOTAL, granted ? GRANTED : DENIED);
        switch (receipt) {
            case TAKEN, LATE -> {
                counts.add(Kind.TOTAL, TOO_OLD, tooOld);
                for (int i = 0; i < events.size(); i++) {
                    count(events.get(i));
                }
            }
            case REPEATED, TOO_FAR_BEHIND -> counts.add(Kind.TOTAL, REPEATED);
            case WITHHELD, UNKNOWN, FULL, OUTDONE, LIMITED, UNREACHABLE -> counts.add(Kind.TOTAL, WITHHELD);
        }
    }

    private void count(Event event) {
        counts.add(Kind.TOTAL, EVENTS);
        if (Event.KNOWN.contains(event.name())) {
            counts.add(Kind.KNOWN, event.name());
        } else {
            counts.add(Kind.NAME, Sanitised.name(event.name()));
        }
        if (Reading.isUnderstood(event)) {
            counts.add(Kind.TOTAL, UNDERSTOOD);
        }
        if (Reading.isUnpriced(event)) {
            counts.add(Kind.TOTAL, UNPRICED);
        }
        var currency = Reading.currency(event);
        if (currency != null) {
            counts.add(Kind.CURRENCY, currency);
        }
    }

    /** @param events how many events went with it, as far as that could be read */
    synchronized void refused(Refusal reason, @Nullable String origin, List<Flaw> flaws, int events) {
        counts.add(Kind.REFUSED, reason.word());
        counts.add(Kind.STRANGER, Sanitised.origin(origin));
        counts.add(Kind.TOTAL, UNREADABLE, events);
        for (var flaw : flaws.subList(0, Math.min(MOST_FAULTS_OF_ONE, flaws.size()))) {
            counts.add(Kind.FAULT, Sanitised.fault(reason, flaw));
        }
    }

    synchronized void opened(boolean granted) {
        counts.add(Kind.TOTAL, OPENED);
        counts.add(Kind.TOTAL, granted ? GRANTED : DENIED);
        open++;
    }

    synchronized void closed() {
        open--;
    }

    synchronized int open() {
        return open;
    }

    /** What was counted, which begins at nothing again. */
    synchronized Counts take() {
        var taken = counts;
        counts = new Counts();
        return taken;
    }
}
