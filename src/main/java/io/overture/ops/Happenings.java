package io.overture.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.overture.engine.Entry;
import io.overture.visitor.Outcome;
import io.overture.visitor.Stage;
import io.overture.visitor.Verdict;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts what becomes part of the journal. */
final class Happenings {

    private final Family sessionsBegan;
    private final Family sessionsEnded;
    private final Counter openBeacons;
    private final Counter endedBeacons;
    private final Map<String, Counter> events;
    private final Family moments;
    private final Family invitations;
    private final Family requests;
    private final Family joined;
    private final Family anew;
    private final Family conversations;
    private final Family scores;
    private final Family promised;
    private final Family refusals;
    private final Family passports;
    private final Family forgotten;

    /** @param triggers ids of the book in force */
    Happenings(MeterRegistry meters, Collection<String> triggers) {
        sessionsBegan = new Family(meters, "overture.sessions.began", "Sessions begun", "visitor");
        sessionsEnded =
                new Family(meters, "overture.sessions.ended", "Sessions ended, by how she was treated", "treated");
        var beacons = new Family(meters, "overture.beacons", "Batches folded", "session");
        openBeacons = beacons.counter("open");
        endedBeacons = beacons.counter("ended");
        var byName = new Family(meters, "overture.events", "Events folded", "name");
        events = KnownEvents.all().collect(Collectors.toUnmodifiableMap(Function.identity(), byName::counter));
        moments = new Family(
                meters,
                "overture.moments",
                "Moments begun or decided anew, by what became of them",
                "trigger",
                "verdict");
        invitations =
                new Family(meters, "overture.invitations", "Invitations, by how far they came", "trigger", "stage");
        requests = new Family(meters, "overture.requests", "Visitors who asked for an advisor themselves");
        joined = new Family(meters, "overture.conversations.joined", "Conversations an advisor took");
        anew = new Family(
                meters, "overture.conversations.called.anew", "Conversations another advisor was called for", "cause");
        conversations = new Family(meters, "overture.conversations.ended", "Conversations ended", "ending");
        scores = new Family(meters, "overture.conversations.rated", "What visitors said of conversations", "score");
        promised = new Family(meters, "overture.replies.promised", "Call backs and appointments asked for");
        refusals = new Family(meters, "overture.requests.refused", "Requests for which the lists had no place left");
        passports =
                new Family(meters, "overture.passports.used", "Passports honoured, and what came back of ours", "use");
        forgotten = new Family(meters, "overture.forgotten", "Visitors forgotten: consent withdrawn, or erased");
        begin(triggers);
    }

    private void begin(Collection<String> triggers) {
        sessionsBegan.knows("new").knows("returning");
        sessionsEnded.knows("left_in_peace").knows("invited");
        for (var trigger : triggers) {
            Arrays.stream(Verdict.values()).map(Verdict::word).forEach(word -> moments.knows(trigger, word));
            invitations.knows(trigger, "offered").knows(trigger, "shown");
            Arrays.stream(Outcome.values()).map(Outcome::word).forEach(word -> invitations.knows(trigger, word));
        }
        anew.knowsEach(Arrays.stream(Entry.Cause.values()).map(Entry.Cause::word));
        conversations.knowsEach(Arrays.stream(Stage.Ending.values()).map(Stage.Ending::word));
        scores.knowsEach(IntStream.rangeClosed(1, 5).mapToObj(Integer::toString));
        requests.knows();
        joined.knows();
        promised.knows();
        refusals.knows();
        passports.knowsEach(Arrays.stream(Entry.PassportUse.values()).map(Entry.PassportUse::word));
        forgotten.knows();
    }

    void count(Entry entry) {
        switch (entry) {
            case Entry.SessionBegan began -> sessionsBegan.count(began.visit() > 1 ? "returning" : "new");
            case Entry.SessionEnded ended -> sessionsEnded.count(ended.offered() == 0 ? "left_in_peace" : "invited");
            case Entry.BeaconFolded folded -> folded(folded);
            case Entry.MomentDecided moment ->
                moments.count(moment.trigger(), moment.verdict().word());
            case Entry.InvitationOffered offered -> invitations.count(offered.trigger(), "offered");
            case Entry.InvitationShown shown -> invitations.count(shown.trigger(), "shown");
            case Entry.InvitationClosed closed ->
                invitations.count(closed.trigger(), closed.outcome().word());
            case Entry.AdvisorRequested asked -> requests.count();
            case Entry.AdvisorJoined taken -> joined.count();
            case Entry.AdvisorCalledAnew again -> anew.count(again.cause().word());
            case Entry.ConversationEnded ended ->
                conversations.count(ended.ending().word());
            case Entry.ConversationRated rated -> scores.count(Integer.toString(rated.score()));
            case Entry.ReplyPromised promise -> promised.count();
            case Entry.RequestRefused refused -> refusals.count();
            case Entry.PassportUsed used -> passports.count(used.use().word());
            case Entry.Forgotten gone -> forgotten.count();
        }
    }

    private void folded(Entry.BeaconFolded folded) {
        (folded.late() ? endedBeacons : openBeacons).increment();
        for (var event : folded.beacon().events()) {
            var counter = events.get(KnownEvents.label(event.name()));
            if (counter != null) {
                counter.increment();
            }
        }
    }
}
