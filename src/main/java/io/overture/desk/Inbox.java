package io.overture.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.overture.client.Browsers;
import io.overture.client.Clients;
import io.overture.flow.Flow;
import io.overture.push.Push;
import io.overture.redis.Lanes;
import io.overture.roster.Roster;
import io.overture.trace.Traces;
import io.overture.trigger.Book;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The parts of the desk that hear and say, and how they know each other. */
final class Inbox implements AutoCloseable {

    /** What the house has around it. */
    record House(
            Lanes lanes,
            Roster roster,
            RedisSlots slots,
            Clients clients,
            Browsers browsers,
            Tasks tasks,
            Flow flow,
            Push push,
            Supplier<Book> book,
            MeterRegistry meters,
            Traces traces) {}

    private final TabPost post;
    private final RedisTranscripts transcripts;
    private final RedisCalls calls;
    private final RedisTalks talks;
    private final Mirror boutique;
    private final HookSender sender;
    private final Hooks hooks;
    private final Watch watch;
    private final Erasing erasing;
    private final RedisDeskInbox told;
    private final Turns turns;

    /**
     * @param heldBack what strangers' calls had to wait for
     * @param node this one's name
     * @param hints says a word to every node's {@link Mirror#heard}
     */
    Inbox(
            House house,
            DeskConfig config,
            DeskLimitsConfig limits,
            HeldBack heldBack,
            InstantSource clock,
            String node,
            Consumer<String> hints) {
        var lanes = house.lanes();
        var roster = house.roster();
        var slots = house.slots();
        var clients = house.clients();
        var flow = house.flow();
        var retention = config.transcriptRetention();
        var reasons = new Reasons(house.book());
        var discretion = new Discretion(roster);
        var script = new CallScript(lanes, retention, limits, clock);
        var here = new HereStore(lanes, clients);
        post = new TabPost(slots.presence(), house.push());
        transcripts = new RedisTranscripts(lanes, clock, retention);
        calls = new RedisCalls(lanes, script, transcripts, post, discretion);
        talks = new RedisTalks(calls, transcripts, flow, discretion);
        boutique = new Mirror(node, here, roster, reasons, hints, clock);
        watch = new Watch(lanes, flow, clock, node);
        var rings = new Rings(calls, talks, post, boutique, reasons, discretion, new HomeAdvisors(flow), heldBack);
        turns = new Turns(script, roster, slots.presence(), rings);
        var board = new TaskBoard(house.tasks(), roster, post);
        erasing = new Erasing(house.browsers(), flow, script, here, boutique, rings, post, slots, board);
        var errands = new Errands(board, new Lists(clients, roster, clock), reasons);
        var passing = new Passing(flow, script, rings);
        sender = new HookSender(clock);
        hooks = new Hooks(
                new HookQueue(lanes, clock),
                new HookPost(sender, new HookTally(house.meters()), house.traces()),
                roster,
                transcripts,
                script,
                passing,
                clock,
                config.webhookPatience());
        var calling = new Calling(
                roster, clients, flow, slots, script, rings, errands, hooks, passing, reasons, clock, house.traces());
        hooks.onLeft(calling::left);
        var attending = new Attending(script, slots, calls, rings, errands, clients, reasons);
        told = new RedisDeskInbox(
                calling, attending, errands, transcripts, here, boutique, post, slots, erasing, discretion);
    }

    RedisDeskInbox told() {
        return told;
    }

    Erasing erasing() {
        return erasing;
    }

    Calls calls() {
        return calls;
    }

    Transcripts transcripts() {
        return transcripts;
    }

    Talks talks() {
        return talks;
    }

    Mirror boutique() {
        return boutique;
    }

    AdvisorPost post() {
        return post;
    }

    Hooks hooks() {
        return hooks;
    }

    Watch watch() {
        return watch;
    }

    Turns turns() {
        return turns;
    }

    @Override
    public void close() {
        sender.close();
    }
}
