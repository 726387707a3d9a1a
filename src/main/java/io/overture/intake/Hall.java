package io.overture.intake;

import io.overture.flow.Flow;
import io.overture.push.Timers;
import io.overture.visitor.Tab;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What every visitor socket leans on.
 *
 * @param closed is told of pages that close
 */
record Hall(
        Flow flow,
        Reception reception,
        Rates rates,
        Tally tally,
        Timers timers,
        InstantSource clock,
        Duration heartbeat,
        Consumer<Tab> closed) {}
