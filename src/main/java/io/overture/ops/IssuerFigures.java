package io.overture.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.SecurityEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts when the issuer of tokens, and with it its keys, could not be had, and when it could again. The log has the first of
 * an outage, and a reminder from time to time while it lasts.
 */
@Singleton
class IssuerFigures {

    private static final Logger LOG = Logger.getLogger(IssuerFigures.class);

    /** Often enough for whoever reads the last lines, and no flood. */
    static final Duration REMINDER = Duration.ofMinutes(5);

    private final InstantSource clock;
    /** When it was last told that it is away; null: it is not. */
    private final AtomicReference<@Nullable Instant> told = new AtomicReference<>();

    private final Counter found;
    private final Counter away;
    private final Counter unchecked;

    @Inject
    IssuerFigures(MeterRegistry meters) {
        this(meters, InstantSource.system());
    }

    IssuerFigures(MeterRegistry meters, InstantSource clock) {
        this.clock = clock;
        found = asked(meters, "found");
        away = asked(meters, "away");
        unchecked = Counter.builder("overture.issuer.unchecked")
                .description("Requests whose token could not be checked, since the issuer was away")
                .register(meters);
    }

    void asked(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_SERVER_AVAILABLE) {
            told.set(null);
            found.increment();
        } else if (event.getEventType() == SecurityEvent.Type.OIDC_SERVER_NOT_AVAILABLE) {
            isAway("not reached yet");
        }
    }

    /** It was asked in vain. */
    void isAway(String why) {
        away.increment();
        var now = clock.instant();
        var last = told.get();
        if ((last == null || !now.isBefore(last.plus(REMINDER))) && told.compareAndSet(last, now)) {
            LOG.warnf("event=issuer_away why=\"%s\"", why);
        }
    }

    /** It was asked, and is there. */
    void isThere() {
        if (told.getAndSet(null) != null) {
            found.increment();
            LOG.info("event=issuer_found");
        }
    }

    /** Somebody showed a token. */
    void unchecked() {
        unchecked.increment();
    }

    private static Counter asked(MeterRegistry meters, String result) {
        return Counter.builder("overture.issuer.asked")
                .description(
                        "Attempts to reach the issuer of tokens that failed, and the first that did not afterwards")
                .tag("result", result)
                .register(meters);
    }
}
