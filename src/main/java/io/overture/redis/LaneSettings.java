package io.overture.redis;

import java.time.Duration;

/**
 * @param lanes to each Redis, shared by whoever is on no event loop that has its own
 * @param timeout after which a command is sent once more, then given up
 */
record LaneSettings(int lanes, Duration timeout) {}
