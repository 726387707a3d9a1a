package io.overture.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What may be set about how things are kept. */
public interface StoreConfig {

    /** {@code overture.redis}: the way there. Hosts and credentials are Quarkus' own, {@code quarkus.redis}. */
    @ConfigMapping(prefix = "overture.redis")
    interface Redis {

        /**
         * Each event loop has a pipelined connection of its own to each Redis, on a cluster to each master; so many of them are
         * shared by what runs on no event loop.
         */
        @WithDefault("4")
        int lanes();

        /** How long a command waits for its answer before it is sent once more, and then given up. */
        @WithDefault("1s")
        Duration timeout();

        /** How sentinels know us, where they ask for a password: a user of theirs, or nobody in particular. */
        Optional<String> sentinelUser();

        /** For sentinels, where they ask for one; {@code quarkus.redis.password} is never shown to them. */
        Optional<String> sentinelPassword();
    }

    /** {@code overture.store}: visitors as values. */
    @ConfigMapping(prefix = "overture.store")
    interface Values {

        /** Format of the values written; set to the older one while nodes of an older release run beside this one. */
        @WithDefault("" + Codec.CURRENT)
        int writeFormat();
    }

    /** {@code overture.journal}: what happened. */
    @ConfigMapping(prefix = "overture.journal")
    interface History {

        /** Entries kept in each of the 256 shards, roughly; the oldest go first. */
        @WithDefault("2000")
        int entriesPerShard();

        /** Bytes of memory that each of the 256 shards may take, roughly; the oldest entries go first. */
        @WithDefault("4194304")
        long bytesPerShard();
    }
}
