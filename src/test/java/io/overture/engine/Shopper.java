package io.overture.engine;

import io.overture.trigger.Facts;
import io.overture.visitor.Beacon;
import io.overture.visitor.Client;
import io.overture.visitor.Consent;
import io.overture.visitor.Context;
import io.overture.visitor.Conversation;
import io.overture.visitor.Due;
import io.overture.visitor.Event;
import io.overture.visitor.Tab;
import io.overture.visitor.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A visitor driven by hand through the engine, at a clock that only she moves. */
public final class Shopper {

    public static final Instant START = Instant.ofEpochMilli(1_764_000_000_000L);
    public static final Tab TAB = new Tab("node-1", "tab-1");
    public static final Tab OTHER_TAB = new Tab("node-1", "tab-2");

    Visitor visitor = Visitor.NOBODY;
    Instant now = START;
    Facts facts;
    Step last;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private String session = "session-1";
    private String source = "page-1";
    private long seq;
    private Beacon.Standing standing = new Beacon.Standing(new Consent(true, true), null, null);

    Shopper(Facts facts) {
        this.facts = facts;
        this.last = new Step(visitor, false, List.of(), List.of(), List.of(), null, null);
    }

    Shopper after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Shopper afterSeconds(long seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    Shopper in(String nextSession) {
        session = nextSession;
        return this;
    }

    Shopper consents(boolean analytics, boolean personalization) {
        standing = new Beacon.Standing(new Consent(analytics, personalization), standing.client(), standing.context());
        return this;
    }

    Shopper isClient(String id, @Nullable String tier, String... favourites) {
        standing = new Beacon.Standing(
                standing.consent(), new Client(id, tier, List.of(favourites), null), standing.context());
        return this;
    }

    Shopper from(Context context) {
        standing = new Beacon.Standing(standing.consent(), standing.client(), context);
        return this;
    }

    Shopper hello() {
        return hello(TAB);
    }

    Shopper hello(Tab tab) {
        return step(new Input.Greeted(tab, session, standing));
    }

    Shopper does(Event... events) {
        return step(beacon(++seq, events));
    }

    Input.Arrived beacon(long number, Event... events) {
        return new Input.Arrived(new Beacon(source, number, session, standing, List.of(events)));
    }

    Shopper answers(String invitation, Input.Response response) {
        return answers(TAB, invitation, response);
    }

    Shopper answers(Tab tab, String invitation, Input.Response response) {
        return step(new Input.Answered(tab, invitation, response, null));
    }

    /** Lets time pass to {@code seconds} from now, waking whenever the engine asked for it. */
    Shopper waits(long seconds) {
        var until = now.plusSeconds(seconds);
        while (last.wakeAt() != null && !last.wakeAt().isAfter(until)) {
            now = last.wakeAt();
            step(new Input.Woken());
        }
        now = until;
        return this;
    }

    /** She asks for an advisor, from her first tab. */
    Shopper asks(String id) {
        return step(new Input.Asked(TAB, id, null, null, Input.Reply.NONE));
    }

    Shopper writes(String conversation, String id, String text) {
        return step(new Input.Wrote(TAB, conversation, id, text));
    }

    Receipt receipt() {
        return last.receipts().getLast();
    }

    Conversation conversation() {
        var conversation = visitor.conversation();
        if (conversation == null) {
            throw new AssertionError("no conversation");
        }
        return conversation;
    }

    <T extends Due> T owes(Class<T> kind) {
        return visitor.due().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("nothing of the kind is due"));
    }

    Shopper step(Input... inputs) {
        last = Engine.step(visitor, List.of(inputs), now, facts, last.sight());
        visitor = last.visitor();
        effects.addAll(last.effects());
        entries.addAll(last.entries());
        return this;
    }

    Optional<Effect.Deliver> invited() {
        return effects.stream()
                .filter(Effect.Deliver.class::isInstance)
                .map(Effect.Deliver.class::cast)
                .findFirst();
    }

    String invitation() {
        return invited()
                .orElseThrow(() -> new AssertionError("no invitation"))
                .invitation()
                .id();
    }

    String trigger() {
        return invited().map(each -> each.invitation().trigger()).orElse("none");
    }

    List<Effect> effects() {
        return effects;
    }

    List<Entry> entries() {
        return entries;
    }

    Shopper forgetsWhatWasSaid() {
        effects.clear();
        entries.clear();
        return this;
    }
}
