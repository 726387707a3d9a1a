package io.overture.ops;

import io.overture.engine.Entry;
import io.overture.engine.Receipt;
import io.overture.engine.Step;
import io.overture.trigger.Stake;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Event;
import io.overture.visitor.Meaning;
import io.overture.visitor.Outcome;
import io.overture.visitor.Verdict;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a flow may tell, with things in it that nobody outside may read. */
final class Scenes {

    static final String SECRET = "v7Q0123456789abcdefghij";
    static final String BROWSERS_OWN = "written-by-a-browser";
    static final VisitorKey KEY = VisitorKey.of("shop", SECRET);

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final BigDecimal WEIGHT = new BigDecimal("6250.00");

    private Scenes() {}

    static Step step(Receipt... receipts) {
        return new Step(Visitor.NOBODY, true, List.of(receipts), List.of(), List.of(), null, null);
    }

    static Entry.BeaconFolded folded(String... names) {
        var events = Stream.of(names)
                .map(name -> new Event(name, NOW, Map.of("where", BROWSERS_OWN), new Meaning.Other()))
                .toList();
        var standing = new Beacon.Standing(new Consent(true, true), null, null);
        return new Entry.BeaconFolded(new Beacon("p1", 1, "session", standing, events), false);
    }

    static Entry.MomentDecided moment(String trigger, Verdict verdict) {
        return new Entry.MomentDecided(trigger, verdict, true, NOW, WEIGHT, new Stake(WEIGHT, BROWSERS_OWN), "unknown");
    }

    static Entry.InvitationOffered offered() {
        return new Entry.InvitationOffered(
                "invitation", "reassurance", BROWSERS_OWN, WEIGHT, "fr", List.of("chat"), NOW);
    }

    static Entry.InvitationClosed closed(Outcome outcome) {
        return new Entry.InvitationClosed("invitation", "reassurance", outcome, true, BROWSERS_OWN);
    }

    static Entry.SessionEnded ended(int offered) {
        return new Entry.SessionEnded(NOW, offered, offered);
    }

    /** One of each kind. */
    static Stream<Entry> all() {
        return Stream.of(
                new Entry.SessionBegan(1, BROWSERS_OWN, "vic"),
                ended(0),
                folded("view_item", BROWSERS_OWN),
                moment("reassurance", Verdict.LIMITS),
                offered(),
                new Entry.InvitationShown("invitation", "reassurance"),
                closed(Outcome.ACCEPTED),
                new Entry.AdvisorRequested("request", BROWSERS_OWN, BROWSERS_OWN, WEIGHT),
                new Entry.PassportUsed(Entry.PassportUse.RETURNED),
                new Entry.Forgotten());
    }
}
