package io.overture.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.overture.book.Books;
import io.overture.client.Browsers;
import io.overture.client.Clients;
import io.overture.flow.Flow;
import io.overture.flow.FlowConfig;
import io.overture.push.Hints;
import io.overture.push.Push;
import io.overture.redis.Lanes;
import io.overture.roster.Roster;
import io.overture.store.Nodes;
import io.overture.trace.Traces;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What this node's desk hears and says, put together, and put to work while the node serves. */
@ApplicationScoped
class InboxBeans {

    private static final String BOUTIQUE = "ov:{desk}:here:changes";

    /** A client's browser is told with each session, and remembers her from the last word of it. */
    private static final Duration LONG_SESSION = Duration.ofDays(1);

    private final Inbox inbox;
    private final SlotNews slotNews;
    private final Vertx vertx;
    private final Hints hints;
    private final List<Long> timers = new ArrayList<>();

    InboxBeans(
            Lanes lanes,
            Roster roster,
            RedisSlots slots,
            Clients clients,
            Tasks tasks,
            Flow flow,
            Push push,
            FlowConfig visitors,
            Books books,
            Nodes nodes,
            DeskConfig config,
            DeskLimitsConfig limits,
            MeterRegistry meters,
            Traces traces,
            Vertx vertx) {
        this.vertx = vertx;
        this.inbox = new Inbox(
                new Inbox.House(
                        lanes,
                        roster,
                        slots,
                        clients,
                        new Browsers(lanes, visitors.memoryLifetime().plus(LONG_SESSION)),
                        tasks,
                        flow,
                        push,
                        books::inForce,
                        meters,
                        traces),
                config,
                limits,
                new HeldBack(meters),
                Clock.tickMillis(ZoneOffset.UTC),
                nodes.self(),
                this::tell);
        this.hints = new Hints(vertx, lanes, BOUTIQUE, inbox.boutique()::heard, inbox.boutique()::doubtAll);
        this.slotNews = new SlotNews(flow, slots::looked);
    }

    @Produces
    @Singleton
    RedisDeskInbox deskInbox() {
        return inbox.told();
    }

    @Produces
    @Singleton
    Erasing erasing() {
        return inbox.erasing();
    }

    @Produces
    @Singleton
    Calls calls() {
        return inbox.calls();
    }

    @Produces
    @Singleton
    Transcripts transcripts() {
        return inbox.transcripts();
    }

    @Produces
    @Singleton
    Talks talks() {
        return inbox.talks();
    }

    @Produces
    @Singleton
    Boutique boutique() {
        return inbox.boutique();
    }

    @Produces
    @Singleton
    AdvisorPost post() {
        return inbox.post();
    }

    void start(@Observes StartupEvent started, RedisSlots slots) {
        slots.tell(slotNews);
        timers.add(vertx.setPeriodic(
                Mirror.TICK.toMillis(), tick -> inbox.boutique().tick()));
        timers.add(
                vertx.setPeriodic(Watch.TICK.toMillis(), tick -> inbox.watch().tick()));
        timers.add(
                vertx.setPeriodic(Hooks.TICK.toMillis(), tick -> inbox.hooks().tick()));
        timers.add(
                vertx.setPeriodic(Turns.TICK.toMillis(), tick -> inbox.turns().tick()));
    }

    /** While this node drains, others watch, and tell contact centres; its advisors see the boutique to the end. */
    void drain(@Observes ShutdownDelayInitiatedEvent draining) {
        timers.stream().skip(1).forEach(vertx::cancelTimer);
    }

    @PreDestroy
    void stop() {
        timers.forEach(vertx::cancelTimer);
        hints.close();
        inbox.close();
    }

    private void tell(String word) {
        hints.say(word);
    }
}
