package io.overture.store;

import java.time.Duration;

/**
 * @param lanes to each Redis
 * @param timeout after which a command is sent once more, then given up
 */
record LaneSettings(int lanes, Duration timeout) {}
