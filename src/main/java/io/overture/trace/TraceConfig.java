package io.overture.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Traces, once `quarkus.otel.sdk.disabled` is false. */
@ConfigMapping(prefix = "overture.trace")
interface TraceConfig {

    /** The share of visitors who are followed, from 0 to 1: all of a visitor or nothing, the same at every node. */
    @WithDefault("0.01")
    double share();
}
