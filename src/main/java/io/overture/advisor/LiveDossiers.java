package io.overture.advisor;

import io.overture.engine.Step;
import io.overture.flow.Recorder;
import io.overture.push.Timers;
import io.overture.roster.Roster;
import io.overture.visitor.VisitorKey;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Keeps a dossier that is open as it stands: what changes while an advisor attends her is sent a second later, once. */
@ApplicationScoped
@Identifier("dossier")
class LiveDossiers implements Recorder {

    static final Duration PAUSE = Duration.ofSeconds(1);

    private final Set<String> awaited = ConcurrentHashMap.newKeySet();
    private final Supplier<OpenDossiers> dossiers;
    private final Roster roster;
    private final Timers timers;

    /** @param dossiers asked for late: they look into the flow, which tells this recorder */
    @Inject
    LiveDossiers(Instance<OpenDossiers> dossiers, Roster roster, Timers timers) {
        this(dossiers::get, roster, timers);
    }

    LiveDossiers(Supplier<OpenDossiers> dossiers, Roster roster, Timers timers) {
        this.dossiers = dossiers;
        this.roster = roster;
        this.timers = timers;
    }

    @Override
    public void stepped(VisitorKey key, Step step, int inputs, int roundTrips, int conflicts, Duration took) {
        var conversation = step.visitor().conversation();
        if (conversation == null || !step.changed()) {
            return;
        }
        var advisor = conversation.advisor();
        if (advisor != null && awaited.add(conversation.id())) {
            timers.after(PAUSE, () -> {
                awaited.remove(conversation.id());
                roster.inForce()
                        .advisor(advisor.id())
                        .ifPresent(seat -> dossiers.get().renew(key, conversation.id(), seat));
            });
        }
    }
}
