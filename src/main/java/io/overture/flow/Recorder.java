package io.overture.flow;

import io.overture.engine.Entry;
import io.overture.engine.Step;
import io.overture.visitor.VisitorKey;
import java.time.Duration;

/** Told of everything the flow does, after the fact, and hears what it cares for. Must be quick and must not throw. */
public interface Recorder {

    /** A step was committed, or needed no commit ({@code roundTrips} 0). */
    default void stepped(VisitorKey key, Step step, int inputs, int roundTrips, int conflicts, Duration took) {}

    /** An entry became part of the journal. */
    default void happened(VisitorKey key, Entry entry) {}

    /** A step was given up: the caller was told to try again. {@code cause} is a short word for metrics. */
    default void refused(String cause) {}

    /** An alarm fired so long after it was due. */
    default void woke(Duration late, boolean swept) {}
}
