package io.overture.advisor;

import io.micrometer.core.instrument.MeterRegistry;
import io.overture.book.Books;
import io.overture.client.Clients;
import io.overture.desk.AdvisorPost;
import io.overture.desk.Boutique;
import io.overture.desk.Calls;
import io.overture.desk.Discretion;
import io.overture.desk.HomeAdvisors;
import io.overture.desk.Presence;
import io.overture.desk.Talks;
import io.overture.desk.Tasks;
import io.overture.desk.Transcripts;
import io.overture.dossier.Dossiers;
import io.overture.flow.Flow;
import io.overture.push.ClosedTabs;
import io.overture.push.Hints;
import io.overture.push.Timers;
import io.overture.redis.Lanes;
import io.overture.roster.Roster;
import io.overture.trace.Traces;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This node's side of the advisors' consoles, put together. */
@ApplicationScoped
class AdvisorBeans {

    private static final InstantSource CLOCK = InstantSource.system();

    @Produces
    @Singleton
    Timers timers(Vertx vertx) {
        return Timers.of(vertx);
    }

    @Produces
    @Singleton
    Reach reach(Presence presence, Lanes lanes) {
        return new TabReach(presence, who -> Hints.say(lanes, AdvisorStart.PRESENCE, who));
    }

    @Produces
    @Singleton
    Consoles consoles() {
        return new Consoles();
    }

    /** Before the first claim: figures begin with the node. */
    @Startup
    @Produces
    @Singleton
    Tally tally(MeterRegistry meters, Consoles consoles) {
        return new Tally(meters, consoles::advisors);
    }

    @Produces
    @Singleton
    OpenDossiers dossiers(Dossiers dossiers, AdvisorPost post) {
        return new OpenDossiers(dossiers, post);
    }

    @Produces
    @Singleton
    Errands errands(Flow flow, Boutique boutique, Reach reach, Tasks tasks, AdvisorPost post, ClosedTabs closed) {
        return new Errands(flow, boutique, reach, tasks, post, closed::among);
    }

    @Produces
    @Singleton
    Conversing conversing(
            Flow flow,
            Calls calls,
            Roster roster,
            Clients clients,
            OpenDossiers dossiers,
            AdvisorPost post,
            Tally tally,
            Traces traces) {
        return new Conversing(
                flow,
                calls,
                roster,
                new Claiming(flow, dossiers, tally, CLOCK, traces),
                new Speaking(flow, post, tally, traces),
                new Noting(flow, calls, clients, CLOCK));
    }

    @Produces
    @Singleton
    Greeting greeting(
            Roster roster,
            Reach reach,
            Calls calls,
            Talks talks,
            Transcripts transcripts,
            Books books,
            Clients clients,
            Flow flow,
            OpenDossiers dossiers,
            Errands errands,
            Boutique boutique,
            @ConfigProperty(name = "overture.socket.heartbeat", defaultValue = "25s") Duration heartbeat) {
        return new Greeting(
                roster,
                reach,
                calls,
                new Resuming(calls, talks, transcripts, dossiers, new Discretion(roster)),
                new HouseRings(books, clients, new Discretion(roster), new HomeAdvisors(flow)),
                errands,
                boutique,
                CLOCK,
                heartbeat);
    }

    @Produces
    @Singleton
    Office office(
            Consoles consoles,
            Reach reach,
            Greeting greeting,
            Conversing conversing,
            Errands errands,
            Boutique boutique,
            Timers timers,
            @ConfigProperty(name = "overture.socket.heartbeat", defaultValue = "25s") Duration heartbeat) {
        return new Office(
                consoles, reach, greeting, conversing, errands, boutique, timers, System::nanoTime, heartbeat);
    }

    @Produces
    @Singleton
    Rounds rounds(Consoles consoles, Roster roster, Reach reach, Boutique boutique) {
        return new Rounds(consoles, roster, reach, boutique);
    }
}
