package io.overture.intake;

import io.overture.flow.Flow;
import io.overture.push.Timers;
import java.time.Duration;
import java.time.InstantSource;

/** What every visitor socket leans on. */
record Hall(
        Flow flow,
        Reception reception,
        Rates rates,
        Tally tally,
        Timers timers,
        InstantSource clock,
        Duration heartbeat) {}
