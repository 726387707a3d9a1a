package io.overture.flow;

import io.overture.trigger.Service;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the house attends to those who accept an invitation, or ask for an advisor. */
@ConfigMapping(prefix = "overture.service")
public interface ServiceConfig {

    /** After so long without an answer the next advisors are called. */
    @WithDefault("PT12S")
    Duration ring();

    /** After so many calls nobody will come, and a call back or an appointment is offered instead. */
    @WithDefault("4")
    int rounds();

    /** An advisor who has taken a conversation and says nothing for so long is relieved by another. */
    @WithDefault("PT1M")
    Duration firstWord();

    /** After so long without a word a conversation is over. */
    @WithDefault("PT30M")
    Duration silence();

    /** The share of conversations that went well after which she is asked how it was. */
    @WithDefault("0.1")
    double asked();

    default Service service(boolean hasDesks) {
        return new Service(hasDesks, ring(), rounds(), firstWord(), silence(), asked());
    }
}
