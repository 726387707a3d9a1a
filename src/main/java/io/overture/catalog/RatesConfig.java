package io.overture.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where exchange rates come from by themselves. They can always be put, too. */
@ConfigMapping(prefix = "overture.rates")
interface RatesConfig {

    /**
     * An address that publishes them as the European Central Bank does, or as JSON like that of
     * {@code PUT /v1/catalog/rates}; by https unless on this machine.
     */
    Optional<String> url();

    /** How often a region asks there, and is usually told that nothing has changed. */
    @WithDefault("PT1H")
    Duration every();
}
