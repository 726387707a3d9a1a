package io.overture.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code overture.clients}: what the house keeps of persons. */
@ConfigMapping(prefix = "overture.clients")
interface ClientsConfig {

    /**
     * How long a record is kept after its last change. Three years is what the CNIL's reference framework for the
     * management of commercial activities (2022) allows for clients who were not heard of since.
     */
    @WithDefault("P1095D")
    Duration lifetime();
}
