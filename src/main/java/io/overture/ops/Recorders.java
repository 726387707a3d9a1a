package io.overture.ops;

import io.overture.engine.Entry;
import io.overture.engine.Step;
import io.overture.flow.Recorder;
import io.overture.visitor.VisitorKey;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The one recorder the flow knows, which tells all others: every {@link Recorder} bean that bears an {@link Identifier}.
 * One of them that throws harms neither the flow nor the rest.
 */
@Singleton
class Recorders implements Recorder {

    private static final Logger LOG = Logger.getLogger(Recorders.class);

    private final List<Recorder> all;

    @Inject
    Recorders(@Any Instance<Recorder> beans) {
        this(beans.handlesStream()
                .filter(handle -> handle.getBean().getQualifiers().stream().anyMatch(Identifier.class::isInstance))
                .map(Instance.Handle::get)
                .toList());
    }

    Recorders(List<Recorder> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public void stepped(VisitorKey key, Step step, int inputs, int roundTrips, int conflicts, Duration took) {
        for (var each : all) {
            try {
                each.stepped(key, step, inputs, roundTrips, conflicts, took);
            } catch (RuntimeException e) {
                warn(each, e);
            }
        }
    }

    @Override
    public void happened(VisitorKey key, Entry entry) {
        for (var each : all) {
            try {
                each.happened(key, entry);
            } catch (RuntimeException e) {
                warn(each, e);
            }
        }
    }

    @Override
    public void refused(String cause) {
        for (var each : all) {
            try {
                each.refused(cause);
            } catch (RuntimeException e) {
                warn(each, e);
            }
        }
    }

    @Override
    public void woke(Duration late, boolean swept) {
        for (var each : all) {
            try {
                each.woke(late, swept);
            } catch (RuntimeException e) {
                warn(each, e);
            }
        }
    }

    private static void warn(Recorder failed, RuntimeException why) {
        LOG.warnf(
                "event=recorder_failed recorder=%s cause=%s",
                failed.getClass().getSimpleName(), why.getClass().getSimpleName());
    }
}
