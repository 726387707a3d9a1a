package io.overture.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.SecurityEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Counts when the issuer of tokens, and with it its keys, could not be had, and when it could again. */
@Singleton
class IssuerFigures {

    private static final Logger LOG = Logger.getLogger(IssuerFigures.class);

    private final AtomicBoolean gone = new AtomicBoolean();
    private final Counter found;
    private final Counter away;
    private final Counter unchecked;

    @Inject
    IssuerFigures(MeterRegistry meters) {
        found = asked(meters, "found");
        away = asked(meters, "away");
        unchecked = Counter.builder("overture.issuer.unchecked")
                .description("Requests whose token could not be checked, since the issuer was away")
                .register(meters);
    }

    void asked(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_SERVER_AVAILABLE) {
            gone.set(false);
            found.increment();
        } else if (event.getEventType() == SecurityEvent.Type.OIDC_SERVER_NOT_AVAILABLE) {
            isAway("not reached yet");
        }
    }

    /** It was asked in vain. */
    void isAway(String why) {
        away.increment();
        if (gone.compareAndSet(false, true)) {
            LOG.warnf("event=issuer_away why=\"%s\"", why);
        }
    }

    /** It was asked, and is there. */
    void isThere() {
        if (gone.compareAndSet(true, false)) {
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
